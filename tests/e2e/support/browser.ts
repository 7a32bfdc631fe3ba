import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const unpacked = fileURLToPath(new URL("../../../.local/chromium", import.meta.url));

// Without these a headless Chromium calls home at every start.
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A microphone and a speaker that are none, and leave to use them wherever a page asks. */
export const fakeMedia = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** The machine's own Chromium when there is one, else the one inside @sparticuz/chromium (BROWSER=bundled asks for it).
 *  @param more arguments of the browser's own, such as a microphone that is none */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const found = process.env.BROWSER === "bundled" ? undefined : installed.find((file) => existsSync(file));
  if (found) return chromium.launch({ executablePath: found, args: ["--no-sandbox", ...quiet, ...more] });
  const { args, ...rest } = await bundled();
  return chromium.launch({ ...rest, args: [...args, ...more] });
}

/** Unpacks the packaged browser once, before files that run at the same time would each do it into one folder. */
export async function unpackBrowser(): Promise<void> {
  if (process.env.BROWSER !== "bundled" && installed.some((file) => existsSync(file))) return;
  const { TMPDIR } = process.env;
  await bundled();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
}

async function bundled() {
  await mkdir(unpacked, { recursive: true });
  // The package unpacks below the temporary folder, and its shared libraries only where it believes to run on Lambda.
  process.env.TMPDIR = unpacked;
  if (!hasLibraries()) process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  // The package's own list of fonts names folders of Lambda's; a browser that finds no font at all dies of its first text.
  const fonts = path.join(unpacked, "portal-fonts.conf");
  const folders = [path.join(unpacked, "fonts"), "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`);
  await writeFile(fonts, `<fontconfig>${folders.join("")}<cachedir>${unpacked}/font-cache</cachedir></fontconfig>`);
  const env = { ...process.env, FONTCONFIG_FILE: fonts };
  return {
    executablePath,
    args: [
      "--headless=shell",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--font-render-hinting=none",
      ...quiet,
    ],
    env,
  };
}

function hasLibraries(): boolean {
  try {
    return execFileSync("ldconfig", ["-p"], { encoding: "utf8" }).includes("libnss3.so");
  } catch {
    return false; // No ldconfig: the packaged libraries do no harm.
  }
}
