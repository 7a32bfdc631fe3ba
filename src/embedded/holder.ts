import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Refusal } from "#lib/refusal.ts";
import type { DataFolder } from "./data-folder.ts";
import { birthOf, isAlive } from "./processes.ts";

interface Holder {
  readonly pid: number;
  readonly birth: string;
}

/** Claims the data folder for this process; answers the function that gives it back.
 *  Without it, a second start would take the first one's Postgres for a leftover and stop it.
 *  Throws Refusal while another living process holds the folder. */
export function holdFolder(folder: DataFolder): () => void {
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies Holder);
  try {
    writeFileSync(folder.holder, mine, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const other = livingHolder(folder);
    if (other !== undefined) {
      throw new Refusal(
        `The data folder ${folder.root} is in use by process ${other}: stop that one, or set PORTAL_DATA_DIR to another folder.`,
      );
    }
    writeFileSync(folder.holder, mine);
  }
  return () => {
    if (readHolder(folder)?.pid === process.pid) rmSync(folder.holder, { force: true });
  };
}

/** Id of the living process that holds the folder, if any. */
export function livingHolder(folder: DataFolder): number | undefined {
  const holder = readHolder(folder);
  if (holder === undefined || !isAlive(holder.pid)) return undefined;
  return birthOf(holder.pid) === holder.birth ? holder.pid : undefined;
}

function readHolder(folder: DataFolder): Holder | undefined {
  try {
    return JSON.parse(readFileSync(folder.holder, "utf8")) as Holder;
  } catch {
    // Missing, or cut short by a crash while it was written: nobody lives behind it.
    return undefined;
  }
}
