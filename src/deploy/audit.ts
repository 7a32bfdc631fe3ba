import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PORTAL_DATABASE } from "#embedded/database.ts";
import { runningEmbedded } from "#embedded/running.ts";
import { Refusal } from "#lib/refusal.ts";
import { env } from "#src/env.ts";
import { openSession } from "./session.ts";

// npm run db:audit        runs the checks of sql/dba as portal_auditor; each lists exceptions, and none is expected
// npm run -s db:audit -- --url   prints that role's address, for psql
const folder = fileURLToPath(new URL("../../sql/dba/", import.meta.url));

try {
  const url = await auditorUrl();
  if (process.argv.includes("--url")) console.log(url);
  else await check(url);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

async function auditorUrl(): Promise<string> {
  if (env.DATABASE_AUDITOR_URL !== undefined) return env.DATABASE_AUDITOR_URL;
  const embedded = await runningEmbedded(env.PORTAL_DATA_DIR);
  if (embedded) return embedded.url("portal_auditor", PORTAL_DATABASE);
  throw new Refusal(
    "No database to audit: set DATABASE_AUDITOR_URL to the address of portal_auditor, or start the portal with its embedded database.",
  );
}

async function check(url: string): Promise<void> {
  const { sql, close } = await openSession(url, "DATABASE_AUDITOR_URL");
  try {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort()) {
      const found = await sql.unsafe(await readFile(folder + name, "utf8"));
      console.log(`sql/dba/${name}: ${found.length === 0 ? "no exception" : `${found.length} exceptions`}`);
      if (found.length > 0) {
        console.table([...found]);
        process.exitCode = 1;
      }
    }
  } finally {
    await close();
  }
}
