import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { Refusal } from "#lib/refusal.ts";
import type { DataFolder } from "./data-folder.ts";

export const LOGIN_ROLES = ["postgres", "portal_app", "portal_worker", "portal_auditor"] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

export interface Credentials {
  /** The port of the last start, kept so that a DBA's bookmark stays true; 0 before the first. */
  port: number;
  passwords: Record<LoginRole, string>;
}

/** Random passwords, made at the first start and kept in a file only this user can read. */
export async function readOrMakeCredentials(folder: DataFolder, clusterExists: boolean): Promise<Credentials> {
  const known = await readCredentials(folder);
  if (known !== undefined) return known;
  if (clusterExists) {
    throw new Refusal(
      `${folder.credentials} is missing, so the database beside it cannot be opened: put the file back, or move ${folder.root} away to begin anew.`,
    );
  }
  const password = () => randomBytes(24).toString("base64url");
  const credentials: Credentials = {
    port: 0,
    passwords: {
      postgres: password(),
      portal_app: password(),
      portal_worker: password(),
      portal_auditor: password(),
    },
  };
  await writeCredentials(folder, credentials);
  return credentials;
}

export async function readCredentials(folder: DataFolder): Promise<Credentials | undefined> {
  const text = await readFile(folder.credentials, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Credentials);
}

export async function writeCredentials(folder: DataFolder, credentials: Credentials): Promise<void> {
  // Renamed into place: a crash must not leave half a password.
  const draft = `${folder.credentials}.new`;
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, folder.credentials);
}

/** Connection string for one of the roles on the embedded server. */
export function urlFor(credentials: Credentials, port: number, role: LoginRole, database: string): string {
  return `postgres://${role}:${credentials.passwords[role]}@127.0.0.1:${port}/${database}`;
}
