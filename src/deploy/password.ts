import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import type postgres from "postgres";

/** Gives the login role of `url` the password of `url`, if the role has none yet. A password that is there is never
 *  changed. A deployer who is not superuser cannot see whether there is one: `isNew` says so then. */
export async function setMissingPassword(sql: postgres.ReservedSql, url: string, isNew: boolean): Promise<void> {
  const { username, password } = new URL(url);
  if (password === "") return;
  const role = decodeURIComponent(username);
  const [me] = await sql<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = current_user`;
  if (me?.rolsuper === true) {
    const [row] = await sql<{ has_none: boolean }[]>`
      select rolpassword is null as has_none from pg_authid where rolname = ${role} and rolcanlogin`;
    if (row?.has_none !== true) return;
  } else if (!isNew) {
    return;
  }
  // Only the verifier travels, so that a server that logs its statements does not learn the password.
  await sql.unsafe(
    `alter role "${role.replaceAll('"', '""')}" password '${scramVerifier(decodeURIComponent(password))}'`,
  );
}

/** What Postgres stores for a password (RFC 5803, as in pg_authid). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password.normalize("NFKC"), salt, iterations, 32, "sha256");
  const sign = (text: string) => createHmac("sha256", salted).update(text).digest();
  const stored = createHash("sha256").update(sign("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${sign("Server Key").toString("base64")}`;
}
