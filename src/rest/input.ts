import * as z from "zod";
import { Forbidden, Invalid, type Issue } from "../errors.ts";
import { coerce, fieldKinds } from "./coerce.ts";
import type { Route } from "./routes.ts";

export interface Sent {
  /** Values of the path's {placeholders}. */
  path: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

/** One input out of path, query and body. A read takes its fields from the query, a write from the body: nothing that is
 *  written, and no password, is ever in an address. `company_id` is taken out wherever the contract's examples put it, after
 *  it was found to be the caller's own.
 *  @param company_id the caller's company; null when nobody is signed in, where the field is unknown like any other.
 *  Throws Invalid naming every misplaced field, Forbidden for another company. */
export function assembleInput(route: Route, schema: z.ZodType, sent: Sent, company_id: string | null): object {
  const issues: Issue[] = [];
  const query = singleValues(sent.query, issues);
  const body = objectBody(route, sent.body, issues);
  if (company_id !== null) {
    for (const place of [query, body]) checkCompany(place, company_id, issues);
  }
  for (const name of route.ignores ?? []) body.delete(name);

  const fields = new Map<string, unknown>(Object.entries(sent.path));
  const kinds = fieldKinds(schema);
  for (const [name, value] of query) {
    if (fields.has(name) || body.has(name)) issues.push(twice(name));
    else if (route.method !== "GET") issues.push(misplaced(name, "This field belongs in the body."));
    else fields.set(name, coerce(String(value), kinds.get(name)));
  }
  for (const [name, value] of body) {
    if (fields.has(name)) issues.push(twice(name));
    else fields.set(name, value);
  }
  if (issues.length > 0) throw new Invalid(issues);
  return Object.fromEntries(fields);
}

function singleValues(query: URLSearchParams, issues: Issue[]): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of query) {
    if (values.has(name))
      issues.push({ path: name, code: "repeated_field", message: "This field came more than once." });
    values.set(name, value);
  }
  return values;
}

function objectBody(route: Route, body: unknown, issues: Issue[]): Map<string, unknown> {
  if (body === undefined) return new Map();
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    issues.push({ path: "", code: "invalid_type", message: "The body must be a JSON object." });
    return new Map();
  }
  const fields = new Map<string, unknown>(Object.entries(body));
  if (route.method === "GET" && fields.size > 0) {
    for (const name of fields.keys()) issues.push(misplaced(name, "A GET takes its fields from the query."));
    return new Map();
  }
  return fields;
}

function checkCompany(place: Map<string, unknown>, own: string, issues: Issue[]): void {
  if (!place.has("company_id")) return;
  const given = z.uuid().safeParse(place.get("company_id"));
  place.delete("company_id");
  if (!given.success) issues.push({ path: "company_id", code: "invalid_format", message: "Not a company's id." });
  else if (given.data.toLowerCase() !== own) throw new Forbidden("This company is not yours.");
}

const twice = (path: string): Issue => ({ path, code: "repeated_field", message: "This field came in two places." });
const misplaced = (path: string, message: string): Issue => ({ path, code: "misplaced_field", message });
