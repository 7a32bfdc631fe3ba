import { exampleOf } from "./json-schema.ts";
import type { Operation } from "./openapi.ts";

/** A call as one would type it. */
export function curlExample(method: string, path: string, operation: Operation): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(exampleOf(name, { type: "string", format: "uuid" })),
  );
  const required = operation.parameters.flatMap((one) =>
    "name" in one && one.in === "query" && one.required
      ? [`${one.name}=${encodeURIComponent(String(exampleOf(one.name, one.schema)))}`]
      : [],
  );
  const query = required.length > 0 ? `?${required.join("&")}` : "";
  const example = operation.requestBody?.content["application/json"].example ?? {};
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"$PORTAL${address}${query}"`,
    ...(operation.security.length > 0 ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...(Object.keys(example).length === 0 ? [] : ["-H 'Content-Type: application/json'", `-d '${readable(example)}'`]),
  ];
  return lines.join(" \\\n  ");
}

/** On one line when it is short. */
function readable(example: Record<string, unknown>): string {
  const line = JSON.stringify(example);
  return line.length <= 80 ? line : JSON.stringify(example, null, 2);
}
