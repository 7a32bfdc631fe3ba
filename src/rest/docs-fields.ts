import { type Html, html } from "./html.ts";
import { type JsonSchema, withoutNull } from "./json-schema.ts";
import type { OpenApi, Operation, Parameter } from "./openapi.ts";

export interface FieldRow {
  name: string;
  place: string | null;
  required: boolean;
  schema: JsonSchema;
  description: string;
}

/** The fields of an object's schema. */
export function fieldsOf(schema: JsonSchema): FieldRow[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    place: null,
    required: (schema.required ?? []).includes(name),
    schema: typeof field === "boolean" ? {} : field,
    description: typeof field === "boolean" ? "" : (field.description ?? ""),
  }));
}

/** What a call takes beside its body. */
export function parameterFields(operation: Operation, document: OpenApi): FieldRow[] {
  const shared: Record<string, Parameter> = document.components.parameters;
  return operation.parameters.flatMap((one) => {
    const parameter = "$ref" in one ? shared[one.$ref.split("/").at(-1) ?? ""] : one;
    if (!parameter) return [];
    const { name, in: place, required, schema, description = "" } = parameter;
    return [{ name, place, required, schema, description }];
  });
}

/** A table of fields; nothing when there are none. */
export function fieldTable(caption: string, fields: readonly FieldRow[]): Html | null {
  if (fields.length === 0) return null;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${fields.map(
    ({ name, place, required, schema, description }) =>
      html`<tr><th scope="row"><code>${name}</code>${place ? html` <small>${place}</small>` : null}${required ? html` <small class="required">required</small>` : null}</th>
<td>${typeOf(schema)}</td><td>${description.replaceAll("`", "")}</td></tr>`,
  )}</tbody></table></div>`;
}

function typeOf(schema: JsonSchema): Html {
  const plain = withoutNull(schema);
  const nullable = JSON.stringify(plain) !== JSON.stringify(schema) ? " or null" : "";
  return html`${named(plain)}${nullable}${limits(plain)}`;
}

function named(schema: JsonSchema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.enum)
    return html`${schema.enum.map((value, at) => html`${at > 0 ? " · " : ""}<code>${String(value)}</code>`)}`;
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return html`${choices.map((one, at) => html`${at > 0 ? " or " : ""}${typeof one === "object" ? named(one) : "any"}`)}`;
  if (schema.type === "array") {
    const items = Array.isArray(schema.items) ? undefined : schema.items;
    return html`list of ${typeof items === "object" ? named(items) : "any"}`;
  }
  if (schema.type === "object") {
    const names = Object.keys(schema.properties ?? {});
    return names.length > 0 ? html`{ ${names.join(", ")} }` : html`object`;
  }
  return html`${schema.format ?? schema.type?.toString() ?? "any"}`;
}

function limits({ minimum, maximum, maxLength, default: preset }: JsonSchema): string {
  return [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(preset === undefined ? [] : [`unless said ${JSON.stringify(preset)}`]),
  ]
    .map((limit) => `, ${limit}`)
    .join("");
}
