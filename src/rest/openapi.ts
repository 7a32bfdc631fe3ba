import { permissions } from "#server/permissions.ts";
import { answerComponents, pascal } from "./components.ts";
import { bodies } from "./field-words.ts";
import { exampleObject, inputSchema, type JsonSchema, withoutNull } from "./json-schema.ts";
import { refusalResponses, refusalSchema, refusalsOf } from "./openapi-refusals.ts";
import { type Route, routes } from "./routes.ts";
import { type Described, describeProcedure } from "./schemas.ts";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface Content {
  "application/json": { schema: JsonSchema; example?: Record<string, unknown> };
}

export interface Operation {
  operationId: string;
  tags: [string];
  summary: string;
  description: string;
  security: Record<string, []>[];
  parameters: (Parameter | { $ref: string })[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; headers?: object; content: Content } | { $ref: string }>;
}

export type OpenApi = ReturnType<typeof build>;

let built: OpenApi | undefined;

/** The contract as an OpenAPI 3.1 document, built at the first call from the route table and the procedures' own schemas. */
export function openApi(): OpenApi {
  built ??= build();
  return built;
}

function build() {
  const { schemas, nameOf } = answerComponents();
  const inputs: Record<string, JsonSchema> = {};
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const procedure = describeProcedure(route.procedure);
    const body = route.method === "GET" ? null : bodyOf(route, procedure);
    const bodyName = `${pascal(route.procedure)}Input`;
    if (body) inputs[bodyName] = body;
    const operations = paths[route.path] ?? {};
    paths[route.path] = operations;
    operations[route.method.toLowerCase()] = {
      operationId: route.procedure.replace(".", "_"),
      tags: [tagOf(route)],
      summary: route.summary,
      description: accessOf(procedure),
      security: procedure.access === "public" ? [] : [{ bearer: [] }, { cookie: [] }],
      parameters: parametersOf(route, procedure),
      ...(body && {
        requestBody: {
          required: (body.required ?? []).length > 0,
          content: content(bodyName, exampleBody(route, body)),
        },
      }),
      responses: { ...successOf(route, nameOf(route)), ...refusalsOf(route, procedure) },
    };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Voice Agent Portal", version: "1.0.0", description },
    servers: [{ url: "/" }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "The `token` that POST /api/auth/login answered." },
        cookie: { type: "apiKey", in: "cookie", name: "portal_session", description: "The browser's own session." },
      },
      headers: {
        "X-Request-Id": { description: "Names this request in our log.", schema: { type: "string" } },
        "Retry-After": { description: "Seconds to wait.", schema: { type: "integer", minimum: 1 } },
        Allow: { description: "The methods this path has.", schema: { type: "string" } },
      },
      parameters: { CompanyId: companyId, IdempotencyKey: idempotencyKey },
      responses: refusalResponses,
      schemas: { ...schemas, ...inputs, Error: refusalSchema },
    },
  };
}

const description = `Staff and tools of a company act on what its voice and chat agents bring in. Every call sees the caller's own company and nothing else.

Lists are pages: \`limit\` 1 to 100 (50 unless said), then \`cursor\` with the \`next_cursor\` of the page before; null at the end. Money is a decimal string with its \`currency\`; instants are ISO 8601 in UTC. A field nobody knows is refused, so that a typo is not lost. Another company's record answers 404, like one that never existed.`;

const companyId: Parameter = {
  name: "company_id",
  in: "query",
  required: false,
  description: "May be sent and must then be your own company; the session decides, never this.",
  schema: { type: "string", format: "uuid" },
};

const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A key of your choosing. The same call with the same key is answered again instead of done again.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

function parametersOf(route: Route, procedure: Described): Operation["parameters"] {
  const input = inputSchema(procedure.input);
  const inPath = placeholdersOf(route);
  const fields = Object.entries(input.properties ?? {}).filter(
    ([name]) => route.method === "GET" || inPath.includes(name),
  );
  const own = fields.map(([name, field]): Parameter => {
    const { description, ...schema } = withoutNull(field);
    const place = inPath.includes(name) ? "path" : "query";
    return {
      name,
      in: place,
      required: place === "path" || (input.required ?? []).includes(name),
      ...(description !== undefined && { description }),
      schema,
    };
  });
  return [
    ...own,
    ...(procedure.access === "public" ? [] : [{ $ref: "#/components/parameters/CompanyId" }]),
    ...(procedure.idempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

/** The input without what stands in the path, with what the contract's examples send besides. */
function bodyOf(route: Route, procedure: Described): JsonSchema | null {
  const input = inputSchema(procedure.input);
  const inPath = placeholdersOf(route);
  const own = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const ignored = (route.ignores ?? []).map((name) => [
    name,
    { description: "Accepted and ignored: the server's own value holds." },
  ]);
  const company =
    procedure.access === "public" ? [] : [["company_id", { ...companyId.schema, description: companyId.description }]];
  const properties = Object.fromEntries([...own, ...ignored, ...company]);
  if (Object.keys(properties).length === 0) return null;
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  return { type: "object", properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

/** What a caller would send, without what is only tolerated or only guards against a colleague's change. */
function exampleBody(route: Route, body: JsonSchema): Record<string, unknown> {
  const chosen = bodies[route.procedure];
  if (chosen) return chosen;
  const left = new Set([...(route.ignores ?? []), "company_id", "version"]);
  return Object.fromEntries(Object.entries(exampleObject(body)).filter(([name]) => !left.has(name)));
}

function successOf(route: Route, name: string): Operation["responses"] {
  const record: JsonSchema = { $ref: `#/components/schemas/${name}` };
  const schema = route.as
    ? { type: "object" as const, properties: { [route.as]: record }, required: [route.as] }
    : record;
  const answer = (description: string) => ({
    description,
    headers: { "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" } },
    content: { "application/json": { schema } },
  });
  if (route.creates === "always") return { 201: answer("Made") };
  if (route.creates === "when_created") return { 200: answer("Found"), 201: answer("Made") };
  return { 200: answer("Done") };
}

function accessOf({ access }: Described): string {
  if (access === "public") return "Needs no sign-in.";
  if (access === "signed_in") return "For every signed-in member of staff.";
  return `Permission \`${access}\`: ${permissions[access].join(", ")}.`;
}

const content = (name: string, example: Record<string, unknown>): Content => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` }, example },
});
const tagOf = (route: Route) => route.path.split("/")[2] ?? "api";
const placeholdersOf = (route: Route) => [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
