import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodies, words } from "#rest/field-words.ts";
import { type OpenApi, openApi } from "#rest/openapi.ts";
import { routes } from "#rest/routes.ts";
import { describeProcedure } from "#rest/schemas.ts";
import { appRouter } from "#server/root.ts";
import { openPortal, type Portal } from "./portal.ts";

const document: OpenApi = openApi();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, path, operation })),
);

describe("the OpenAPI document", () => {
  test("has every route, once, and nothing else", () => {
    expect(operations.map(({ call }) => call).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("points only to what is there", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(refs.length).toBeGreaterThan(100);
    const missing = refs.filter((ref) => !ref.startsWith("#/") || found(ref) === undefined);
    expect([...new Set(missing)]).toEqual([]);
  });

  test("declares exactly the placeholders of each path", () => {
    for (const { call, path, operation } of operations) {
      const declared = operation.parameters.flatMap((one) => ("name" in one && one.in === "path" ? [one] : []));
      const asked = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(
        declared.map(({ name }) => name),
        call,
      ).toEqual(asked);
      expect(
        declared.every(({ required }) => required),
        call,
      ).toBe(true);
    }
  });

  test("leaves no schema empty, and marks nothing with a dialect or an id of its own", () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect(Object.keys(schema.properties ?? {}).length, name).toBeGreaterThan(0);
      expect(schema, name).not.toHaveProperty("$schema");
      expect(schema, name).not.toHaveProperty("$id");
    }
  });

  test("asks for a token on every call but sign-in and sign-out, and for an Idempotency-Key where one counts", () => {
    const open = operations.filter(({ operation }) => operation.security.length === 0).map(({ call }) => call);
    expect(open).toEqual(["POST /api/auth/login", "POST /api/auth/logout"]);
    for (const route of routes) {
      const { operation } = operations.find(({ call }) => call === `${route.method} ${route.path}`) ?? {};
      const keyed = operation?.parameters.some((one) => "$ref" in one && one.$ref.endsWith("/IdempotencyKey"));
      expect(keyed, route.path).toBe(describeProcedure(route.procedure).idempotent === true);
    }
  });

  test.each(routes.filter(({ method }) => method !== "GET").map((route) => [route.procedure, route] as const))(
    "shows for %s a body that the call takes",
    async (_, { method, path, procedure }) => {
      const { operation } = operations.find(({ call }) => call === `${method} ${path}`) ?? {};
      const example = operation?.requestBody?.content["application/json"].example ?? {};
      const id = path.includes("{id}") ? { id: "019357f0-3c00-7000-8000-000000000001" } : {};
      const parsed = await describeProcedure(procedure).input.safeParseAsync({ ...example, ...id });
      expect(parsed.error?.issues).toBeUndefined();
    },
  );

  test("the words name fields and procedures that exist", () => {
    const printed = JSON.stringify(document);
    expect(Object.keys(words).filter((name) => !printed.includes(`"${name}"`))).toEqual([]);
    expect(Object.keys(bodies).filter((path) => !Object.hasOwn(appRouter._def.procedures, path))).toEqual([]);
  });
});

describe("over HTTP", () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  test("the document is open to everybody and is the same one", async () => {
    const got = await portal.send("GET", "/api/openapi.json");
    expect(got.status).toBe(200);
    expect(got.body).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test("the docs are a page without script or inline style, with every call and no dead link", async () => {
    const { text, headers } = await portal.send("GET", "/api/docs");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(text).not.toMatch(/<script|<style|style=|https?:\/\/(?!example\.com)/);
    for (const { operation } of operations) expect(text).toContain(`id="${operation.operationId}"`);
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const dead = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
    expect(dead).toEqual([]);
    const stylesheet = await portal.send("GET", "/api/docs.css");
    expect(stylesheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(stylesheet.text).toContain("--accent:");
  });

  test.each(["/api/docs", "/api/docs.css", "/api/openapi.json"])(
    "%s carries a request id and is kept by no cache",
    async (path) => {
      const { headers } = await portal.send("GET", path);
      expect(headers.get("x-request-id")).toBeTruthy();
      expect(headers.get("cache-control")).toBe("no-store");
    },
  );
});

/** What a local reference points to. */
function found(ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, name) => Object(at)[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
