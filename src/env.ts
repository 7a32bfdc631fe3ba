import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Refusal } from "#lib/refusal.ts";

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be postgres://user:password@host:5432/database",
});
const flag = z.stringbool({ error: "must be true or false" });

const Env = z.object({
  /** Port of the portal. 0 lets the system choose. */
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535).default(3000),
  /** Address to listen on; unset: all of them. */
  HOST: z.string().optional(),
  /** The app role's address. Unset: the embedded Postgres. */
  DATABASE_URL: postgresUrl.optional(),
  /** The deployer's address: migrations and sql/ only. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** portal_auditor's address, for `npm run db:audit`. */
  DATABASE_AUDITOR_URL: postgresUrl.optional(),
  /** portal_worker's address, for background jobs. Unset with an external database: no jobs run in this process. */
  DATABASE_WORKER_URL: postgresUrl.optional(),
  /** false: background jobs run in processes of their own (`npm run worker`). */
  WORKER_INSIDE: flag.default(true),
  /** Without a key the built-in simulator answers instead of the vendor. */
  ELEVENLABS_API_KEY: z.string().optional(),
  ELEVENLABS_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).optional(),
  /** What the vendor signs its webhooks with; several, separated by commas, while one is being replaced. */
  ELEVENLABS_WEBHOOK_SECRET: z.string().optional(),
  OPENROUTER_API_KEY: z.string().optional(),
  OPENROUTER_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).optional(),
  /** Where a portal's simulator answers, for `npm run worker` without a vendor's key: http://127.0.0.1:3000/simulator */
  SIMULATOR_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).optional(),
  /** For agents that name none. */
  OPENROUTER_MODEL: z.string().default("~openai/gpt-mini-latest"),
  /** smtp://user:password@host:587 or smtps://…; unset: nothing goes by e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be smtp://user:password@host:587" }).optional(),
  /** "Portal <portal@example.com>". */
  MAIL_FROM: z.string().optional(),
  /** Recordings in an S3-compatible store instead of a folder: https://s3.eu-central-1.amazonaws.com/bucket */
  RECORDINGS_S3_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).optional(),
  RECORDINGS_S3_REGION: z.string().default("us-east-1"),
  RECORDINGS_S3_KEY_ID: z.string().optional(),
  RECORDINGS_S3_SECRET: z.string().optional(),
  /** false behind a pooler that cannot keep prepared statements. */
  DATABASE_PREPARE: flag.default(true),
  /** Connections a process may hold. */
  DATABASE_POOL: z.coerce.number({ error: "must be a whole number from 2 to 200" }).int().min(2).max(200).default(10),
  DEMO_PASSWORD: z.string().min(12, "must have at least 12 characters").default("portal-demo-2026"),
  /** Where the embedded Postgres keeps its data. */
  PORTAL_DATA_DIR: z.string().default(fileURLToPath(new URL("../.local/postgres", import.meta.url))),
  /** https://portal.example.com, when that is not what the browser's Host header says. */
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: "must be an origin such as https://portal.example.com" })
    .optional(),
  /** true behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto itself. */
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
});
export type Env = z.infer<typeof Env>;

let known: Env | undefined;

/** The process's settings. Read at the first use of any of them, not at import: Next evaluates modules while it builds.
 *  A `.env` file in the project's root fills what the environment leaves open, except under test.
 *  The first use throws Refusal naming each wrong variable, never its value. */
export const env: Env = new Proxy({} as Env, {
  get: (_, name) => {
    if (!(name in Env.shape)) return undefined; // `await` and printing look for names of their own.
    known ??= read();
    return Reflect.get(known, name);
  },
});

function read(): Env {
  const file = fileURLToPath(new URL("../.env", import.meta.url));
  if (process.env.NODE_ENV !== "test" && existsSync(file)) process.loadEnvFile(file);
  // `PORT=` in a file or a compose document means "not set".
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(set);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Refusal(`Correct the environment: ${[...new Set(faults)].join("; ")}.`);
}

/** React and Next choose their build by NODE_ENV when they are first imported: call this before. */
export function setMode(mode: "production" | "development"): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
  known = undefined;
}

/** Our environment for a child process, with changes. `undefined` takes a variable away. */
export function childEnv(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...changes };
}

/** Whether npm started this process, in a shell of its own. */
export const isRunByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;
