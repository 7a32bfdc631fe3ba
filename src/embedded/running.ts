import { realpathSync } from "node:fs";
import { type LoginRole, readCredentials, urlFor } from "./credentials.ts";
import { openDataFolder } from "./data-folder.ts";
import { isServerOf } from "./leftover.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

/** Connection strings for the embedded server that another process runs on this folder now; undefined when none does. */
export async function runningEmbedded(
  dataDir: string,
): Promise<{ url(role: LoginRole, database: string): string } | undefined> {
  const folder = await openDataFolder(dataDir);
  const credentials = await readCredentials(folder);
  if (credentials === undefined) return undefined;
  const cluster = realpathSync(folder.cluster);
  const server = readPostmasterFile(cluster);
  if (server === undefined || !server.isReady || !isServerOf(server.pid, cluster)) return undefined;
  return { url: (role, database) => urlFor(credentials, server.port, role, database) };
}
