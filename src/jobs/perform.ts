import * as z from "zod";
import type { AgentServices } from "#agents/ports.ts";
import type { Pool } from "#server/pool.ts";
import type { Recordings } from "#server/recordings.ts";
import { systemClaims } from "#server/system-claims.ts";
import type { JobName } from "./names.ts";
import { payloads } from "./payloads.ts";
import type { Task, tasks } from "./tasks.ts";

/** What every job of a process shares. */
export interface JobServices {
  pool: Pool;
  agents: AgentServices;
  recordings: Recordings;
}

const OfCompany = z.object({ company_id: z.uuid() });

/** Does one job in its company's name. Throws for a payload that is not the job's, for a company that is none, and for a name
 *  that nothing is done for. */
export async function perform<Name extends JobName>(
  name: Name,
  payload: unknown,
  { of, ...services }: JobServices & { of: typeof tasks },
): Promise<void> {
  const task: Task<Name> | undefined = of[name];
  if (!task) throw new Error(`Nothing is done for jobs named ${name}.`);
  const { company_id } = OfCompany.parse(payload);
  const claims = await systemClaims(services.pool, company_id);
  await task(payloads[name].parse(payload), { ...services, claims });
}
