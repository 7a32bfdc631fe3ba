import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type IdField, type Ids, idFields, inputWith, nounOf } from "#tests/support/inputs.ts";
import { call } from "#tests/support/procedures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let own: Ids;
let foreign: Ids;

const fields = idFields();

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  own = await arrange(world.a);
  foreign = await arrange(world.b);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

async function arrange(company: Company): Promise<Ids> {
  const rows = rowsOf(database, company.company_id);
  const [customer, property] = [await rows.customer(), await rows.property()];
  const { superuser } = database;
  const { company_id } = company;
  const [conversation, ticket, campaign, notification] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await superuser`insert into conversations (company_id, id, type, status, started_at, ended_at, customer_id, audio_key)
    values (${company_id}, ${conversation}, 'voice', 'ended', now(), now(), ${customer}, ${`${company_id}/${conversation}.wav`})`;
  await superuser`insert into tickets (company_id, id, number, subject, category) values (${company_id}, ${ticket}, 7, 'تسرّب مياه', 'maintenance')`;
  await superuser`insert into campaigns (company_id, id, name, type) values (${company_id}, ${campaign}, 'حملة', 'voice')`;
  await superuser`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id)
    values (${company_id}, ${notification}, ${company.users.admin.id}, 'booking_pending', 'k', 'bookings', ${customer})`;
  const [agent, api_key, session] = [uuidv7(), uuidv7(), uuidv7()];
  await superuser`insert into agents (company_id, id, kind, version, name, name_en, gender, language, greeting, prompt)
    values (${company_id}, ${agent}, 'voice', 1, 'نورة', 'Noura', 'female', 'ar', 'السلام عليكم', 'كوني لطيفة')`;
  await superuser`insert into api_keys (company_id, id, name, prefix, secret_hash, role, created_by)
    values (${company_id}, ${api_key}, 'أداة', 'vpk_', ${api_key}, 'agent', ${company.users.admin.id})`;
  await superuser`insert into sessions (company_id, id, user_id, expires_at, handle)
    values (${company_id}, ${session}, ${company.users.admin.id}, now() + interval '1 day', ${session})`;
  const voice_session = uuidv7();
  await superuser`insert into voice_sessions (company_id, id, user_id, conversation_id, vendor, expires_at)
    values (${company_id}, ${voice_session}, ${company.users.admin.id}, ${conversation}, 'elevenlabs', now() + interval '15 minutes')`;
  const booking = await rows.booking({ customer_id: customer, property_id: property });
  return {
    booking,
    customer,
    property,
    user: company.users.support_manager.id,
    conversation,
    ticket,
    campaign,
    notification,
    agent,
    api_key,
    session,
    voice_session,
  };
}

const told = async (company: Company, field: IdField, id: string) => {
  try {
    const answer = await call(company.caller("admin"), field.procedure, inputWith(field, id, own));
    // A bulk act names what it could not do by the id that was asked for.
    return { answer: JSON.parse(JSON.stringify(answer).replaceAll(id, "the id asked for")) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
};

const contents = async () => {
  const [row] = await database.superuser`select
    (select md5(string_agg(t::text, '|' order by t.id)) from bookings t) as bookings, (select md5(string_agg(t::text, '|' order by t.id)) from customers t) as customers,
    (select md5(string_agg(t::text, '|' order by t.id)) from properties t) as properties, (select md5(string_agg(t::text, '|' order by t.id)) from users t) as users,
    (select md5(string_agg(t::text, '|' order by t.id)) from tickets t) as tickets, (select md5(string_agg(t::text, '|' order by t.id)) from campaigns t) as campaigns,
    (select md5(string_agg(t::text, '|' order by t.id)) from conversations t) as conversations, (select md5(string_agg(t::text, '|' order by t.id)) from notifications t) as notifications,
    (select md5(string_agg(t::text, '|' order by t.id)) from agents t) as agents, (select md5(string_agg(t::text, '|' order by t.id)) from api_keys t) as api_keys,
    (select md5(string_agg(t::text, '|' order by t.id)) from sessions t) as sessions,
    (select count(*) from audit_log) as trail`;
  return row;
};

describe("an id of another company", () => {
  it("is looked for in every procedure that takes one", () => {
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) expect(() => nounOf(field)).not.toThrow();
  });

  it.each(fields.map((field) => [`${field.procedure.path} ${field.name}`, field] as const))(
    "%s: answers as for an invented one and changes nothing",
    async (_, field) => {
      const before = await contents();
      const [theirs, never] = [
        await told(world.a, field, foreign[nounOf(field)]),
        await told(world.a, field, uuidv7()),
      ];
      expect(theirs).toEqual(never);
      if (field.procedure.type === "mutation" && !field.is_list)
        expect(theirs).toMatchObject({ refusal: { code: "NOT_FOUND" } });
      if (field.procedure.type === "query" && field.is_required)
        expect(theirs).toMatchObject({ refusal: { code: "NOT_FOUND" } });
      expect(await contents()).toEqual(before);
    },
  );

  it.each(fields.map((field) => [`${field.procedure.path} ${field.name}`, field] as const))(
    "%s: finds the company's own (control)",
    async (_, field) => {
      const found = await told(world.a, field, own[nounOf(field)]);
      if ("refusal" in found) expect(found.refusal.code).toBe("CONFLICT");
      else expect(found.answer).toBeDefined();
    },
  );
});
