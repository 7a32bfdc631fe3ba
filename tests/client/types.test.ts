import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Programs as an internal tool would write them. What is marked must not compile, and only that. */
const opening = `import { createPortalClient, isPortalError, type PortalError, type RouterInputs, type RouterOutputs } from "#client/portal-client.ts";
const portal = createPortalClient({ url: "http://localhost:3000", token: null });
const id = "019357f0-3c00-7000-8000-000000000001";
`;
const tools = {
  right: `
export const page = await portal.bookings.list.query({ status: "pending", limit: 20 });
export const reference: string = page.bookings[0]?.reference ?? "";
export const price: string | null = page.bookings[0]?.price ?? null;
export const approved: RouterOutputs["bookings"]["approve"] = await portal.bookings.approve.mutate({ id });
export const input: RouterInputs["tickets"]["create"] = { subject: "x", category: "other" };
export const me: "admin" | "sales_manager" | "support_manager" | "agent" = (await portal.auth.me.query()).role;
export const request_id = (failure: unknown) => (isPortalError(failure) ? failure.data?.request_id : null);
export const issues = (failure: PortalError) => failure.data?.issues?.map(({ path }) => path);`,
  "a state that is none": `await portal.bookings.list.query({ status: "maybe" });`,
  "an unknown field": `await portal.bookings.approve.mutate({ id, approved_by: id });`,
  "a company's id": `await portal.tickets.list.query({ company_id: id });`,
  "a missing field": `await portal.tickets.create.mutate({ subject: "x" });`,
  "text for a number": `await portal.tickets.list.query({ limit: "5" });`,
  "a query for a mutation": `await portal.bookings.approve.query({ id });`,
  "a procedure that is none": `await portal.bookings.burn.mutate({ id });`,
  "a field the answer has not": `console.log((await portal.bookings.list.query({})).bookings[0]?.password_hash);`,
};

describe("the typed client", () => {
  let faults: Map<string, string[]>;
  beforeAll(() => {
    const sources = Object.entries(tools).map(
      ([name, text]) => [`${root}src/client/${name}.virtual.ts`, text] as const,
    );
    faults = compiled(new Map(sources.map(([file, text]) => [file, `${opening}${text}\nexport {};\n`])));
  }, 120_000);

  test("takes right calls", () => {
    expect(faults.get(`${root}src/client/right.virtual.ts`)).toEqual([]);
  });

  test.each(Object.keys(tools).filter((name) => name !== "right"))("does not compile with %s", (name) => {
    expect(faults.get(`${root}src/client/${name}.virtual.ts`)).toHaveLength(1);
  });

  test("carries no value of the server: what is left of its imports at run time is @trpc/client", () => {
    const packages = new Set<string>();
    for (const file of runtimeFiles(`${root}src/client/portal-client.ts`, packages)) {
      expect(path.relative(root, file)).toMatch(/^src\/client\//);
    }
    expect([...packages]).toEqual(["@trpc/client"]);
  });
});

/** What the compiler says of each file, under the project's own settings. */
function compiled(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  const settings = { ...options, incremental: false, noEmit: true };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, target, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, target, ...rest) : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  return new Map(
    [...files.keys()].map((file) => {
      const found = program.getSemanticDiagnostics(program.getSourceFile(file));
      return [file, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

/** The files of the project that a file still loads once its types are gone, and the packages they load. */
function runtimeFiles(file: string, packages: Set<string>, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024, verbatimModuleSyntax: true },
  });
  for (const { fileName } of ts.preProcessFile(outputText).importedFiles) {
    const local = fileName
      .replace(/^#(\w+)\//, `${root}src/$1/`)
      .replace(/^\.{1,2}\//, (dots) => `${path.dirname(file)}/${dots}`);
    if (existsSync(local)) runtimeFiles(path.normalize(local), packages, seen);
    else packages.add(fileName);
  }
  return seen;
}
