import * as z from "zod";
import { words } from "./field-words.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;
type Field = z.core.JSONSchema._JSONSchema;

/** What an input schema accepts, as JSON Schema 2020-12. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return bare(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: readable }));
}

/** What schemas answer, by name. A named schema inside another is a $ref into components. Outputs stay open: a field may be
 *  added to an answer without breaking who reads it. */
export function outputSchemas(named: Iterable<readonly [name: string, schema: z.ZodType]>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: "output",
    unrepresentable: "any",
    uri: (id) => `#/components/schemas/${id}`,
    override: (found) => {
      readable(found);
      delete found.jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}

/** A field without the null that means the same as leaving it out: a query string has no null. */
export function withoutNull(field: Field): JsonSchema {
  if (typeof field === "boolean") return {};
  if (Array.isArray(field.type)) return { ...field, ...oneOf(field.type.filter((type) => type !== "null")) };
  const { anyOf, ...rest } = field;
  const others = anyOf?.filter((one) => typeof one === "boolean" || one.type !== "null");
  if (others === undefined) return field;
  const [only] = others;
  return others.length === 1 && typeof only === "object" ? { ...rest, ...only } : { ...rest, anyOf: others };
}

/** Guarantee: the names come from a schema's own list of types. */
const oneOf = (types: readonly string[]) =>
  ({ type: types.length === 1 ? types[0] : types }) as Pick<JsonSchema, "type">;

/** A value such as the field takes, from its schema and the words on its name. */
export function exampleOf(name: string, field: Field): unknown {
  const schema = withoutNull(field);
  const known = words[name]?.example;
  if (known !== undefined && fitsEnum(schema, known)) return known;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf?.[0] !== undefined) return exampleOf(name, schema.anyOf[0]);
  if (schema.type === "object") return exampleObject(schema);
  if (schema.type === "array")
    return typeof schema.items === "object" && !Array.isArray(schema.items) ? [exampleOf(name, schema.items)] : [];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  if (schema.type === "boolean") return true;
  return formats[schema.format ?? ""] ?? "text";
}

/** An object with an example in each field. */
export function exampleObject(schema: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(name, field)]),
  );
}

const fitsEnum = (schema: JsonSchema, value: unknown) =>
  !schema.enum || schema.enum.some((allowed) => allowed === value);

const formats: Record<string, string> = {
  uuid: "019357f0-3c00-7000-8000-000000000001",
  "date-time": "2026-11-22T10:00:00.000Z",
  date: "2026-11-22",
  uri: "https://example.com",
  email: "sara@example.com",
};

type Override = Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0];

/** Words for a named field; no pattern beside a format, which says the same in one word; and no limit that is only the end of
 *  JavaScript's integers. */
function readable({ jsonSchema }: Override): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  for (const [name, field] of Object.entries(jsonSchema.properties ?? {})) {
    const description = words[name]?.description;
    if (typeof field === "object" && description !== undefined) field.description ??= description;
  }
}

function bare({ $schema: _, $id: __, ...schema }: JsonSchema & { $id?: string }): JsonSchema {
  return schema;
}
