import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allProcedures, call, type Procedure } from "#tests/support/procedures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let own: Ids;
let foreign: Ids;

type Noun = "booking" | "customer" | "property" | "user" | "conversation" | "ticket" | "campaign" | "notification";
type Ids = Record<Noun, string>;

// What an id field points to, by its name, or by the router it stands in.
const nounOfField: Record<string, Noun> = {
  customer_id: "customer",
  property_id: "property",
  staff_id: "user",
  owner_id: "user",
  assignee_id: "user",
  conversation_id: "conversation",
};
const nounOfRouter: Record<string, Noun> = {
  bookings: "booking",
  customers: "customer",
  properties: "property",
  users: "user",
  conversations: "conversation",
  tickets: "ticket",
  campaigns: "campaign",
  notifications: "notification",
};

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
  await superuser`insert into conversations (company_id, id, type, status, started_at, ended_at, customer_id)
    values (${company_id}, ${conversation}, 'voice', 'ended', now(), now(), ${customer})`;
  await superuser`insert into tickets (company_id, id, number, subject, category) values (${company_id}, ${ticket}, 7, 'تسرّب مياه', 'maintenance')`;
  await superuser`insert into campaigns (company_id, id, name, type) values (${company_id}, ${campaign}, 'حملة', 'voice')`;
  await superuser`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id)
    values (${company_id}, ${notification}, ${company.users.admin.id}, 'booking_pending', 'k', 'bookings', ${customer})`;
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
  };
}

interface Field {
  procedure: Procedure;
  name: string;
  is_required: boolean;
  is_list: boolean;
}

const shapeOf = (procedure: Procedure): JsonSchema =>
  procedure.input ? (z.toJSONSchema(procedure.input, { io: "input", unrepresentable: "any" }) as JsonSchema) : {};

interface JsonSchema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  minLength?: number;
  minItems?: number;
  minimum?: number;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

const variants = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];
const isId = (schema: JsonSchema) => variants(schema).some(({ format }) => format === "uuid");
const isIdList = (schema: JsonSchema) => variants(schema).some(({ items }) => items !== undefined && isId(items));

/** Every field of every procedure that takes an id, found in the input schemas. */
const fields: Field[] = allProcedures().flatMap((procedure) =>
  variants(shapeOf(procedure)).flatMap((shape) =>
    Object.entries(shape.properties ?? {})
      .filter(([, schema]) => isId(schema) || isIdList(schema))
      .map(([name, schema]) => ({
        procedure,
        name,
        is_required: shape.required?.includes(name) ?? false,
        is_list: !isId(schema),
      })),
  ),
);

function nounOf({ procedure, name }: Field): Noun {
  const noun = nounOfField[name] ?? nounOfRouter[procedure.path.split(".")[0] ?? ""];
  if (!noun) throw new Error(`Say in this test what ${procedure.path} means by ${name}`);
  return noun;
}

/** The smallest input that the procedure accepts, its ids the company's own, with one field given. */
function inputFor(field: Field, id: string): Record<string, unknown> {
  const shape =
    variants(shapeOf(field.procedure)).find(({ properties }) => properties && field.name in properties) ?? {};
  const input: Record<string, unknown> = {};
  for (const name of shape.required ?? []) input[name] = sample(shape.properties?.[name] ?? {}, { ...field, name });
  input[field.name] = field.is_list ? [id] : id;
  // An update must change something.
  if (field.procedure.path.endsWith(".update")) input["version"] = 1;
  for (const name of ["notes", "title_en", "name"]) {
    if (field.procedure.path.endsWith(".update") && shape.properties?.[name]) input[name] = "another";
  }
  return input;
}

function sample(schema: JsonSchema, field: Field): unknown {
  const one = variants(schema)[0] ?? {};
  if (one.const !== undefined) return one.const;
  if (one.enum)
    return field.name === "status" ? (one.enum.find((state) => state === "running") ?? one.enum[0]) : one.enum[0];
  if (one.format === "uuid") return own[nounOf(field)];
  if (one.format === "date-time" || field.name.endsWith("_at"))
    return field.name === "ends_at" ? "2027-03-01T11:00:00Z" : "2027-03-01T10:00:00Z";
  if (one.type === "array") return one.items ? [sample(one.items, field)] : [];
  if (one.type === "object")
    return Object.fromEntries(
      (one.required ?? []).map((name) => [name, sample(one.properties?.[name] ?? {}, { ...field, name })]),
    );
  if (one.type === "integer" || one.type === "number") return one.minimum ?? 1;
  if (one.type === "boolean") return true;
  if (field.name === "price") return "100";
  if (field.name === "phone") return "+966512345678";
  return "a text long enough";
}

const told = async (company: Company, field: Field, id: string) => {
  try {
    return { answer: await call(company.caller("admin"), field.procedure, inputFor(field, id)) };
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
