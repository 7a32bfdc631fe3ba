import * as z from "zod";

/** How a query string's text is read for one field of an input. */
export type Kind = "number" | "boolean" | "text";

const kinds = new WeakMap<z.ZodType, ReadonlyMap<string, Kind>>();

/** The kind of each field of an input schema, read from its JSON Schema. The schema itself is left alone: it belongs to the
 *  procedure and is shared with the browser's calls, which must go on refusing "5" for a number. */
export function fieldKinds(input: z.ZodType): ReadonlyMap<string, Kind> {
  const known = kinds.get(input);
  if (known) return known;
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  const found = new Map(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, kindOf(field)]));
  kinds.set(input, found);
  return found;
}

/** A query string's text as the field's kind. What does not read as that kind stays text, for the schema to refuse by name. */
export function coerce(text: string, kind: Kind | undefined): string | number | boolean {
  if (kind === "number" && /^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text);
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function kindOf(field: z.core.JSONSchema._JSONSchema): Kind {
  if (typeof field === "boolean") return "text";
  const types = [field, ...(field.anyOf ?? [])].flatMap((one) => (typeof one === "boolean" ? [] : one.type));
  if (types.some((type) => type === "integer" || type === "number")) return "number";
  return types.includes("boolean") ? "boolean" : "text";
}
