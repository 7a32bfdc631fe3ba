import { Refusal } from "#lib/refusal.ts";
import { checkAppRole } from "./app-role.ts";
import { checkServer } from "./server-check.ts";
import { openSession } from "./session.ts";
import { readSource } from "./source.ts";
import { readFingerprint } from "./state.ts";

/** Whether the web process may serve from this database: server, role and version of the schema.
 *  Answers warnings. Throws Refusal with one sentence otherwise. `variable` names where the address came from. */
export async function checkApplied(appUrl: string, variable = "DATABASE_URL"): Promise<string[]> {
  const { sql, close } = await openSession(appUrl, variable);
  try {
    const warning = await checkServer(sql);
    await checkAppRole(sql, variable);
    const { fingerprint } = await readSource();
    const applied = await readFingerprint(sql);
    if (applied === undefined) {
      throw new Refusal(
        `The database of ${variable} has not been prepared for this role: set DATABASE_OWNER_URL and run "npm run db:apply".`,
      );
    }
    if (applied !== fingerprint) {
      throw new Refusal(
        `The database of ${variable} has another version than this code (unapplied migrations or sql/): set DATABASE_OWNER_URL and run "npm run db:apply".`,
      );
    }
    return warning === undefined ? [] : [warning];
  } finally {
    await close();
  }
}
