import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process with this id runs, whoever owns it. One that has ended and that nobody has buried yet (a zombie:
 *  usual in a container without an init) does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return process.platform !== "linux" || statOf(pid)[0] !== "Z";
}

/** A text that differs between two processes that had the same id, "" where the system does not tell. */
export function birthOf(pid: number): string {
  return process.platform === "linux" ? (statOf(pid)[19] ?? "") : ps(pid, "lstart=");
}

/** The command line of a process, "" when unknown. */
export function commandOf(pid: number): string {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
  return ps(pid, "args=");
}

/** The fields of proc(5)'s stat from the third, the state, on. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the program's name and may hold spaces and brackets: count from its end.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return "";
  }
}
