import { Logger, runMigrations } from "graphile-worker";

/** The job queue's schema, named in sql/00-roles.sql. */
export const JOBS_SCHEMA = "jobs";

const silent = new Logger(() => () => undefined);

/** Brings the job queue's tables to the version of the library, as the role that owns them. Safe to run again. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=portal_jobs -c lock_timeout=15s");
  await runMigrations({ connectionString: url.href, schema: JOBS_SCHEMA, logger: silent });
}
