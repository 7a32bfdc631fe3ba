import { statuses } from "./errors.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { Route } from "./routes.ts";
import type { Described } from "./schemas.ts";

/** The body of every refusal, as JSON Schema. */
export const refusalSchema: JsonSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "request_id"],
      properties: {
        code: { type: "string", enum: Object.keys(statuses) },
        message: { type: "string", description: "For logs and tools, in English. Decide by `code`, never by this." },
        request_id: { type: "string", description: "Also in X-Request-Id." },
        issues: {
          type: "array",
          description: "What was wrong with which field (400).",
          items: {
            type: "object",
            required: ["path", "code", "message"],
            properties: {
              path: {
                type: "string",
                description: 'The field, such as "customer.phone"; empty for the body as a whole.',
              },
              code: { type: "string" },
              message: { type: "string" },
            },
          },
        },
        reason: { type: "string", description: "How somebody was first (409), such as already_decided." },
        current: { description: "The record as it is now (409); null when none is meant." },
      },
    },
  },
};

const wording = {
  400: "A field is wrong; `issues` names it.",
  401: "Nobody is signed in, or not any more.",
  403: "Your role may not do this, or the company is not yours.",
  404: "There is no such record in your company.",
  409: "Somebody was first; `current` is the record as it is now.",
  413: "The body is larger than 1 MB.",
  415: "The body is not JSON.",
  429: "Too many tries; wait for Retry-After seconds.",
  500: "Our fault; quote the request id.",
  503: "The database is away for a moment; the same call may be sent again.",
} as const;
type Status = keyof typeof wording;

const extraHeaders: Partial<Record<Status, string>> = { 429: "Retry-After", 503: "Retry-After" };

/** Each refusal once, for the operations to point to. */
export const refusalResponses = Object.fromEntries(
  Object.entries(wording).map(([status, description]) => {
    const extra = extraHeaders[Number(status) as Status];
    const names = ["X-Request-Id", ...(extra ? [extra] : [])];
    const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
    const schema: JsonSchema = { $ref: "#/components/schemas/Error" };
    return [`Refused${status}`, { description, headers, content: { "application/json": { schema } } }];
  }),
);

/** Which refusals a call can meet. */
export function refusalsOf(route: Route, { access }: Described): Record<string, { $ref: string }> {
  const writes = route.method !== "GET";
  const met: Status[] = [
    400,
    ...(access === "public" && route.procedure !== "auth.signIn" ? [] : [401 as const]),
    ...(access === "public" ? [] : [403 as const]),
    ...(route.path.includes("{") || route.creates ? [404 as const] : []),
    ...(writes && access !== "public" ? [409 as const] : []),
    ...(writes ? [413 as const, 415 as const] : []),
    ...(route.procedure === "auth.signIn" ? [429 as const] : []),
    500,
    503,
  ];
  return Object.fromEntries(met.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]));
}
