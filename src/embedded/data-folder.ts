import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";

/** What lies in the folder of one embedded database. */
export interface DataFolder {
  readonly root: string;
  /** Postgres's own data directory. May be a symlink to a place the database user can reach. */
  readonly cluster: string;
  readonly credentials: string;
  /** Which process uses the folder now. */
  readonly holder: string;
  /** The server's own log: no statements and no values (see settings.ts). */
  readonly log: string;
}

/** Makes the folder if it is missing. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const root = path.resolve(dataDir);
  await mkdir(root, { recursive: true });
  // Another user runs Postgres when we are root: it must pass through, and need not list.
  await chmod(root, 0o711);
  return {
    root,
    cluster: path.join(root, "cluster"),
    credentials: path.join(root, "credentials.json"),
    holder: path.join(root, "held-by.json"),
    log: path.join(root, "postgres.log"),
  };
}
