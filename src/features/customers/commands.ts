import { and, eq, isNull, sql } from "drizzle-orm";
import { customers } from "#drizzle/schema/customers.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { formatPhone, parsePhone } from "#lib/phone.ts";
import { constraintName } from "#server/database-errors.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid, NotFound, Unavailable } from "../../errors.ts";
import { loadNotes } from "./history-records.ts";
import type { NoteEntry } from "./history-schema.ts";
import { wasMerged } from "./merge.ts";
import { customerByPhone, getCustomer, getKeptCustomer } from "./queries.ts";
import type {
  AddNote,
  CreateCustomer,
  Customer,
  FindOrCreateCustomer,
  FoundCustomer,
  UpdateCustomer,
} from "./schema.ts";

/** A new customer. Throws Invalid("phone"), NotFound for an owner that is not the company's, and Conflict("phone_taken") with
 *  the customer who has the number. */
export async function createCustomer(tx: Tx, input: CreateCustomer): Promise<Customer> {
  const phone = dialable(tx, input.phone);
  await requireRows(tx, { user: input.owner_id ?? null });
  const created = await insertUnlessKnown(tx, { ...input, phone });
  if (!created) throw phoneTaken(await customerByPhone(tx, phone));
  return getCustomer(tx, created);
}

/** Changes what is given. Throws NotFound, Invalid("phone"), Conflict("stale") with the row as it is now,
 *  Conflict("merged") with whom it was merged into, and Conflict("phone_taken") with the customer who has the number; of
 *  a merged record's number that is whom it was merged into. A stage move is recorded by the row's own trigger. */
export async function updateCustomer(tx: Tx, { id, version, ...changes }: UpdateCustomer): Promise<Customer> {
  const phone = changes.phone === undefined ? undefined : dialable(tx, changes.phone);
  await requireRows(tx, { user: changes.owner_id ?? null });
  let changed: { id: string }[];
  try {
    // In a savepoint, so that after the constraint's refusal the other customer can still be read for the answer.
    changed = await tx.transaction((attempt) =>
      attempt
        .update(customers)
        .set({ ...changes, phone, version: sql`${customers.version} + 1` })
        .where(
          and(
            eq(customers.company_id, tx.company_id),
            eq(customers.id, id),
            isNull(customers.merged_into_id),
            version === undefined ? undefined : eq(customers.version, version),
          ),
        )
        .returning({ id: customers.id }),
    );
  } catch (cause) {
    if (phone === undefined || constraintName(cause) !== "customers_phone_key") throw cause;
    throw phoneTaken(await customerByPhone(tx, phone));
  }
  const customer = await getCustomer(tx, id);
  if (customer.merged_into) throw await wasMerged(tx, id);
  if (changed.length === 0) throw new Conflict("stale", "This customer was changed meanwhile.", customer);
  return customer;
}

/** Writes down something about a customer for the colleagues; about whom a merged record was merged into. Throws NotFound. */
export async function addNote(tx: Tx, { id, body }: AddNote): Promise<NoteEntry> {
  const customer = await getKeptCustomer(tx, id);
  const [row] = await tx
    .insert(notes)
    .values({ company_id: tx.company_id, customer_id: customer.id, body, created_by: tx.user_id })
    .returning({ id: notes.id });
  const [note] = row ? await loadNotes(tx, [row.id]) : [];
  if (!note) throw new NotFound("note");
  return note;
}

/** The customer with this number, made when there is none: one customer for one number, however it is typed and however many
 *  ask at once. Who is there already is not changed. Throws Invalid("phone"). */
export async function findOrCreateCustomer(tx: Tx, input: FindOrCreateCustomer): Promise<FoundCustomer> {
  const phone = dialable(tx, input.phone);
  // Twice, since between the insert that yields and the look-up the other row may be deleted.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const known = await customerByPhone(tx, phone);
    if (known) return { customer: known, created: false };
    const created = await insertUnlessKnown(tx, { ...input, phone, name: input.name ?? formatPhone(phone) });
    if (created) return { customer: await getCustomer(tx, created), created: true };
  }
  const customer = await customerByPhone(tx, phone);
  if (!customer) throw new Unavailable("This customer is being changed just now.");
  return { customer, created: false };
}

type NewCustomer = Pick<CreateCustomer, "name" | "phone" | "email"> & Partial<CreateCustomer>;

/** The new row's id; null when the number is taken, also by a transaction that committed while this one waited. */
async function insertUnlessKnown(tx: Tx, input: NewCustomer): Promise<string | null> {
  const [row] = await tx
    .insert(customers)
    .values({
      company_id: tx.company_id,
      name: input.name,
      phone: input.phone,
      email: input.email ?? null,
      stage: input.stage ?? "lead",
      notes: input.notes ?? null,
      owner_id: input.owner_id ?? null,
      created_by: tx.user_id,
    })
    .onConflictDoNothing({ target: [customers.company_id, customers.phone] })
    .returning({ id: customers.id });
  return row?.id ?? null;
}

function dialable(tx: Tx, typed: string): string {
  const phone = parsePhone(typed, tx.company.country);
  if (phone === null) throw invalid("phone", "invalid_phone", "Not a phone number.");
  return phone;
}

const phoneTaken = (customer: Customer | null) =>
  new Conflict("phone_taken", "Another customer has this phone number.", customer);
