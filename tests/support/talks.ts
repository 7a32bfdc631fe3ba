import { v7 as uuidv7 } from "uuid";
import type { TestDatabase } from "#tests/support/database.ts";

/** A conversation that is over, with its lines, arranged as superuser. Answers its id. */
export async function makeTalk(
  { superuser }: Pick<TestDatabase, "superuser">,
  company_id: string,
  values: {
    lines?: readonly (readonly ["customer" | "agent" | "tool", string])[];
    customer_id?: string | null;
    type?: "voice" | "chat";
    status?: "in_progress" | "ended" | "failed";
    mode?: "real" | "trial";
    direction?: "inbound" | "outbound";
    vendor?: string | null;
    summary?: string | null;
    outcome?: string | null;
  } = {},
): Promise<string> {
  const id = uuidv7();
  const { lines = [], customer_id = null, type = "voice", status = "ended", mode = "real" } = values;
  const { direction = "inbound", vendor = null, summary = null, outcome = null } = values;
  const ended_at = status === "in_progress" ? null : "2026-11-29T10:05:00.000Z";
  await superuser`insert into conversations (company_id, id, customer_id, type, status, mode, direction, vendor, summary, outcome, started_at, ended_at)
    values (${company_id}, ${id}, ${customer_id}, ${type}, ${status}, ${mode}, ${direction}, ${vendor}, ${summary}, ${outcome}, '2026-11-29T10:00:00.000Z', ${ended_at})`;
  for (const [position, [speaker, text]] of lines.entries()) {
    await superuser`insert into messages (company_id, id, conversation_id, position, speaker, text)
      values (${company_id}, ${uuidv7()}, ${id}, ${position}, ${speaker}, ${text})`;
  }
  return id;
}
