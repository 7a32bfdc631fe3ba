import { Refusal } from "#lib/refusal.ts";
import { env } from "#src/env.ts";
import { applyDatabase } from "./apply-database.ts";
import { checkApplied } from "./check.ts";

// npm run db:apply
try {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = env;
  if (ownerUrl === undefined) {
    throw new Refusal(
      "DATABASE_OWNER_URL is not set: give the address of a role that may create roles and owns the database. (The embedded database needs no db:apply: npm start does it.)",
    );
  }
  const warnings = await applyDatabase({ ownerUrl, loginUrls: appUrl === undefined ? [] : [appUrl], log: console.log });
  for (const warning of warnings) console.warn(warning);
  if (appUrl !== undefined) await checkApplied(appUrl);
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
