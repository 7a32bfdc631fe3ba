import * as z from "zod";
import { allProcedures, type Procedure } from "#tests/support/procedures.ts";

// Inputs made from the procedures' own schemas, so that a new procedure is asked without anyone writing a sample.

export type Noun =
  | "booking"
  | "customer"
  | "property"
  | "user"
  | "conversation"
  | "ticket"
  | "campaign"
  | "notification"
  | "agent"
  | "api_key"
  | "session"
  | "voice_session";
/** One row of each noun, all of one company. */
export type Ids = Record<Noun, string>;

// What an id field points to, by its name, or by the router it stands in.
const nounOfField: Record<string, Noun> = {
  booking_id: "booking",
  customer_id: "customer",
  keep_id: "customer",
  other_id: "customer",
  property_id: "property",
  staff_id: "user",
  owner_id: "user",
  assignee_id: "user",
  handed_over_to: "user",
  conversation_id: "conversation",
  handle: "session",
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
  agents: "agent",
  apiKeys: "api_key",
  voiceSessions: "voice_session",
};

// Ids that the caller makes up: they point to no row.
const of_the_caller = new Set(["turn_id"]);

/** A field of a procedure's input that takes an id, or a list of them. */
export interface IdField {
  procedure: Procedure;
  name: string;
  is_required: boolean;
  is_list: boolean;
}

interface JsonSchema {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** Every field of every procedure that takes an id, found in the input schemas. */
export function idFields(): IdField[] {
  return allProcedures().flatMap((procedure) =>
    variants(shapeOf(procedure)).flatMap((shape) =>
      Object.entries(shape.properties ?? {})
        .filter(([name, schema]) => !of_the_caller.has(name) && (isId(schema) || isIdList(schema)))
        .map(([name, schema]) => ({
          procedure,
          name,
          is_required: shape.required?.includes(name) ?? false,
          is_list: !isId(schema),
        })),
    ),
  );
}

export function nounOf({ procedure, name }: Pick<IdField, "procedure" | "name">): Noun {
  const noun = nounOfField[name] ?? nounOfRouter[procedure.path.split(".")[0] ?? ""];
  if (!noun) throw new Error(`Say in tests/support/inputs.ts what ${procedure.path} means by ${name}`);
  return noun;
}

/** The smallest input that a procedure accepts, its required ids taken from `own`; undefined when it takes none. */
export function smallestInput(procedure: Procedure, own: Ids, having?: string): Record<string, unknown> | undefined {
  const shapes = variants(shapeOf(procedure)).filter(({ properties }) => properties);
  const shape = shapes.find(({ properties }) => having === undefined || Object.hasOwn(properties ?? {}, having));
  if (!shape) return undefined;
  return Object.fromEntries(
    (shape.required ?? []).map((name) => [name, sample(shape.properties?.[name] ?? {}, procedure, name, own)]),
  );
}

/** The same with one id field given, and for an update with something to change. */
export function inputWith({ procedure, name, is_list }: IdField, id: string, own: Ids): Record<string, unknown> {
  const input: Record<string, unknown> = { ...smallestInput(procedure, own, name), [name]: is_list ? [id] : id };
  if (!procedure.path.endsWith(".update")) return input;
  const properties = variants(shapeOf(procedure)).find((shape) => shape.properties)?.properties ?? {};
  for (const changed of ["notes", "title_en", "name", "subject"]) if (changed in properties) input[changed] = "another";
  return input;
}

function sample(schema: JsonSchema, procedure: Procedure, name: string, own: Ids): unknown {
  const one = variants(schema)[0] ?? {};
  if (one.const !== undefined) return one.const;
  // Of the states, the one that a draft campaign may step to.
  if (one.enum) return one.enum.find((value) => name === "status" && value === "running") ?? one.enum[0];
  if (of_the_caller.has(name)) return "01938a00-0000-7000-8000-000000000001";
  if (one.format === "uuid") return own[nounOf({ procedure, name })];
  if (one.format === "date-time" || name.endsWith("_at")) return `2027-03-01T${name === "ends_at" ? 11 : 10}:00:00Z`;
  if (one.type === "array") return one.items ? [sample(one.items, procedure, name, own)] : [];
  if (one.type === "object") {
    return Object.fromEntries(
      (one.required ?? []).map((field) => [field, sample(one.properties?.[field] ?? {}, procedure, field, own)]),
    );
  }
  if (one.type === "integer" || one.type === "number") return one.minimum ?? 1;
  if (one.type === "boolean") return true;
  if (name === "price") return "100";
  if (name === "phone") return "+966512345678";
  if (name === "q") return "محمد";
  return "a text long enough";
}

const variants = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];
const isId = (schema: JsonSchema) => variants(schema).some(({ format }) => format === "uuid");
const isIdList = (schema: JsonSchema) => variants(schema).some(({ items }) => items !== undefined && isId(items));

function shapeOf(procedure: Procedure): JsonSchema {
  if (!procedure.input) return {};
  const schema: object = z.toJSONSchema(procedure.input, { io: "input", unrepresentable: "any" });
  return schema;
}
