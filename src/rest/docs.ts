import { curlExample } from "./docs-curl.ts";
import { fieldsOf, fieldTable, parameterFields } from "./docs-fields.ts";
import { type Html, html } from "./html.ts";
import type { JsonSchema } from "./json-schema.ts";
import { type OpenApi, type Operation, openApi } from "./openapi.ts";

interface Call {
  method: string;
  path: string;
  operation: Operation;
}

let page: string | undefined;

/** The contract for people, as one page printed from the OpenAPI document: no script, one stylesheet. */
export function docsPage(): string {
  page ??= printed(openApi());
  return page;
}

function printed(document: OpenApi): string {
  const calls = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Call => ({ method: method.toUpperCase(), path, operation })),
  );
  const sections = document.tags.map(({ name }) => ({
    name,
    calls: calls.filter(({ operation }) => operation.tags[0] === name),
  }));
  const shapes = Object.entries(document.components.schemas).filter(([name]) => !name.endsWith("Input"));
  return `<!doctype html>${
    html`<html lang="en" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${document.info.title}: HTTP API</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<nav aria-label="Sections"><a class="home" href="#top">${document.info.title}</a>
<ul>${sections.map(({ name, calls }) => html`<li><a href="#${name}">${titled(name)}</a> <span>${calls.length}</span></li>`)}
<li><a href="#shapes">Shapes</a> <span>${shapes.length}</span></li></ul>
<a class="raw" href="/api/openapi.json">openapi.json</a></nav>
<main id="top"><header><h1>HTTP API</h1>${paragraphs(document.info.description)}${signInExample}</header>
${sections.map(({ name, calls }) => html`<section id="${name}"><h2>${titled(name)}</h2>${calls.map((call) => article(call, document))}</section>`)}
<section id="shapes"><h2>Shapes</h2>${shapes.map(
      ([name, schema]) =>
        html`<article id="shape-${name}"><h3>${name}</h3>${fieldTable("Fields", fieldsOf(schema))}</article>`,
    )}</section></main></body></html>`.markup
  }`;
}

function article({ method, path, operation }: Call, document: OpenApi): Html {
  const body = operation.requestBody?.content["application/json"];
  const schemas: Record<string, JsonSchema> = document.components.schemas;
  const bodySchema = body?.schema.$ref ? schemas[nameIn(body.schema.$ref)] : undefined;
  return html`<article id="${operation.operationId}"><h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
<p>${operation.summary}. <span class="access">${code(operation.description)}</span></p>
${fieldTable("Parameters", parameterFields(operation, document))}
${bodySchema ? fieldTable("Body", fieldsOf(bodySchema)) : null}
<pre tabindex="0"><code>${curlExample(method, path, operation)}</code></pre>
<ul class="answers">${Object.entries(operation.responses).map(([status, answer]) => answerItem(status, answer))}</ul></article>`;
}

function answerItem(status: string, answer: Operation["responses"][string]): Html {
  if ("$ref" in answer) return html`<li><a href="#shape-Error">${status}</a></li>`;
  const schema = answer.content["application/json"].schema;
  const [wrapper, field] = Object.entries(schema.properties ?? {})[0] ?? [];
  const target = schema.$ref ?? (typeof field === "object" ? field.$ref : undefined) ?? "";
  const name = nameIn(target);
  return html`<li class="success"><strong>${status}</strong> ${wrapper ? html`<code>${wrapper}</code>: ` : null}<a href="#shape-${name}">${name}</a></li>`;
}

const signInExample = html`<pre tabindex="0"><code>${`TOKEN=$(curl -s "$PORTAL/api/auth/login" -H 'Content-Type: application/json' \\
  -d '{"username":"sara","password":"…"}' | jq -r .token)
curl "$PORTAL/api/bookings?status=pending" -H "Authorization: Bearer $TOKEN"`}</code></pre>`;

const paragraphs = (text: string) => text.split("\n\n").map((one) => html`<p>${code(one)}</p>`);

/** `code` between backticks. */
function code(text: string): Html[] {
  return text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const nameIn = (ref: string) => ref.split("/").at(-1) ?? "";
