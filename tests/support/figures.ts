import { v7 as uuidv7 } from "uuid";
import type { TestDatabase } from "#tests/support/database.ts";

/** Conversations and stage moves arranged as superuser, for suites that count. Each answers its id. */
export function figuresOf({ superuser }: TestDatabase, company_id: string) {
  return {
    async conversation(values: {
      started_at: string;
      type?: "voice" | "chat";
      status?: "in_progress" | "ended" | "failed";
      mode?: "real" | "trial";
      outcome?: string | null;
      duration_seconds?: number | null;
      handed_over_to?: string | null;
      customer_id?: string | null;
    }): Promise<string> {
      const id = uuidv7();
      const { started_at, type = "voice", status = "ended", mode = "real" } = values;
      const ended_at = status === "in_progress" ? null : started_at;
      await superuser`insert into conversations (company_id, id, type, status, mode, outcome, started_at, ended_at, duration_seconds, handed_over_to, customer_id, agent_name)
        values (${company_id}, ${id}, ${type}, ${status}, ${mode}, ${values.outcome ?? null}, ${started_at}, ${ended_at},
                ${values.duration_seconds ?? null}, ${values.handed_over_to ?? null}, ${values.customer_id ?? null}, 'نورة')`;
      return id;
    },
    async stageMove(values: {
      customer_id: string;
      to_stage: string;
      from_stage?: string | null;
      created_at: string;
    }): Promise<string> {
      const id = uuidv7();
      await superuser`insert into stage_changes (company_id, id, customer_id, from_stage, to_stage, actor_kind, created_at)
        values (${company_id}, ${id}, ${values.customer_id}, ${values.from_stage ?? null}, ${values.to_stage}, 'staff', ${values.created_at})`;
      return id;
    },
    async ticket(
      values: {
        status?: string;
        priority?: string;
        created_at?: string;
        due_at?: string | null;
        assignee_id?: string | null;
        subject?: string;
      } = {},
    ): Promise<string> {
      const id = uuidv7();
      const {
        status = "open",
        priority = "medium",
        created_at = new Date().toISOString(),
        subject = "تسرّب مياه",
      } = values;
      const resolved_at = status === "resolved" ? new Date().toISOString() : null;
      await superuser`insert into tickets (company_id, id, number, subject, category, status, priority, created_at, due_at, assignee_id, resolved_at)
        values (${company_id}, ${id}, ${2_000_000 + Math.floor(Math.random() * 1e9)}, ${subject}, 'maintenance', ${status}, ${priority}, ${created_at},
                ${values.due_at ?? null}, ${values.assignee_id ?? null}, ${resolved_at})`;
      return id;
    },
    async campaign(values: { status?: string; audience?: object; type?: string } = {}): Promise<string> {
      const id = uuidv7();
      await superuser`insert into campaigns (company_id, id, name, type, status, audience)
        values (${company_id}, ${id}, 'متابعة زوار المعرض', ${values.type ?? "voice"}, ${values.status ?? "draft"}, ${superuser.json({ ...values.audience })})`;
      return id;
    },
    /** With as many rows of dial_attempts as it has `attempts`. */
    async recipient(values: {
      campaign_id: string;
      phone: string;
      status?: string;
      attempts?: number;
      conversation_id?: string | null;
    }): Promise<string> {
      const id = uuidv7();
      await superuser`insert into campaign_recipients (company_id, id, campaign_id, phone, status, attempts, conversation_id)
        values (${company_id}, ${id}, ${values.campaign_id}, ${values.phone}, ${values.status ?? "pending"}, ${values.attempts ?? 0}, ${values.conversation_id ?? null})`;
      for (let attempt = 1; attempt <= (values.attempts ?? 0); attempt += 1) {
        await superuser`insert into dial_attempts (company_id, id, recipient_id, attempt, outcome, started_at, ended_at)
          values (${company_id}, ${uuidv7()}, ${id}, ${attempt}, 'no_answer', ${`2026-11-0${attempt}T10:00:00Z`}, ${`2026-11-0${attempt}T10:01:00Z`})`;
      }
      return id;
    },
  };
}
