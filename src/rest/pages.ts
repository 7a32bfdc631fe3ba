import { readFileSync } from "node:fs";
import { json, type RestAnswer, text } from "./answer.ts";
import { docsPage } from "./docs.ts";
import { openApi } from "./openapi.ts";

const policy = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

let stylesheet: string | undefined;

/** What describes the contract to people and to tools; open to everybody, since it says nothing of any company. */
export const pages: ReadonlyMap<string, (request_id: string) => RestAnswer> = new Map([
  ["/api/openapi.json", (request_id: string) => json(200, request_id, openApi())],
  ["/api/docs", (request_id: string) => text(200, request_id, "text/html; charset=utf-8", docsPage(), policy)],
  [
    "/api/docs.css",
    (request_id: string) => {
      stylesheet ??= ["../ui/tokens.css", "./docs.css"]
        .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
        .join("\n");
      return text(200, request_id, "text/css; charset=utf-8", stylesheet);
    },
  ],
]);
