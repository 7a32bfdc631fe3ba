-- Functions that stored columns depend on. They live in a migration, not in sql/: changing one means rewriting its columns.

-- Time-ordered ids for rows that a trigger writes (uuidv7() itself comes only with Postgres 18).
create function app.uuidv7() returns uuid
language sql volatile parallel safe
as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;--> statement-breakpoint
comment on function app.uuidv7() is 'A UUID of version 7: 48 bits of milliseconds, then random.';--> statement-breakpoint

-- The match key of a text: spellings that people treat as one word (أحمد، احمد، أَحمَد) give one key.
-- Twin of src/lib/arabic.ts, byte for byte; both are held to tests/unit/vectors/arabic.json. Inlined by the planner.
-- Case is folded by ICU's root locale, as JavaScript does, whatever the database's locale; the rest runs in "C".
-- Normalised twice: a letter and its accent can meet only after case or an invisible between them is gone.
create function app.fold_arabic(value text) returns text
  language sql immutable strict parallel safe
  return btrim(
    replace(
      ' ' || regexp_replace(
        translate(
          normalize(
            regexp_replace(
              lower(normalize(value, NFKC) collate "und-x-icu") collate "C",
              '[\u00AD\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]+',
              '',
              'g'
            ),
            NFKC
          ),
          -- أ إ آ ٱ   ؤ   ئ ى ی ې ے ۓ   ة ۀ ہ ۂ ۃ ھ ە   ک ڪ   ٠-٩   ۰-۹
          U&'\0623\0625\0622\0671\0624\0626\0649\06CC\06D0\06D2\06D3\0629\06C0\06C1\06C2\06C3\06BE\06D5\06A9\06AA\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9',
          U&'\0627\0627\0627\0627\0648\064A\064A\064A\064A\064A\064A\0647\0647\0647\0647\0647\0647\0647\0643\0643' || '01234567890123456789'
        ),
        '[\u0009-\u000D\u0020\u0085\u1680\u2028\u2029]+',
        ' ',
        'g'
      ),
      U&' \0639\0628\062F \0627\0644',
      U&' \0639\0628\062F\0627\0644'
    ),
    ' '
  );

comment on function app.fold_arabic(text) is
  'Match key for names and text, for comparing only: NFKC, lower case, no marks, tatweel or invisibles, one form for each letter that people interchange, digits 0-9, single spaces, عبد ال written as one word. Twin of foldArabic in src/lib/arabic.ts.';

-- The same without spaces, so that عبد الله and عبدالله, نور الدين and نورالدين meet.
create function app.name_key(value text) returns text
  language sql immutable strict parallel safe
  return replace(app.fold_arabic(value), ' ', '');

comment on function app.name_key(text) is
  'fold_arabic without spaces: one key for names however they are spaced. Twin of nameKey in src/lib/arabic.ts.';
