import { v7 as uuidv7 } from "uuid";
import { simulatedMessages } from "#agents/messages/simulated.ts";
import type { AgentServices, OutboundCall, VoiceProvider } from "#agents/ports.ts";
import { VendorError } from "#agents/ports.ts";
import { openRecordings } from "#server/recordings.ts";
import type { TestDatabase } from "#tests/support/database.ts";

const unused = () => Promise.reject(new VendorError("elevenlabs", "unavailable"));

/** The agents' services of a dialler, with every call that was asked for. `answer` decides what becomes of each. */
export function scriptedAgents(
  answer: (call: OutboundCall, count: number) => string | null | Promise<string | null> = (_, count) => `call_${count}`,
) {
  const calls: OutboundCall[] = [];
  const voice: VoiceProvider = {
    vendor: "elevenlabs",
    is_simulated: true,
    signedUrl: unused,
    conversation: unused,
    audio: unused,
    async placeCall(call) {
      calls.push(call);
      return { vendor_conversation_id: await answer(call, calls.length) };
    },
  };
  const messages = simulatedMessages();
  const agents: AgentServices = {
    voice,
    messages,
    chat: {
      vendor: "openrouter",
      is_simulated: true,
      stream: () => {
        throw new VendorError("openrouter", "unavailable");
      },
    },
    webhook_secrets: [],
    defaultVoiceAgent: (hook_id) => `agent_${hook_id}`,
  };
  return { agents, calls, messages, recordings: openRecordings() };
}

/** Arranges a company that may call at any hour, and campaigns of it. */
export function diallingOf({ superuser }: Pick<TestDatabase, "superuser">, company_id: string) {
  let serial = 10_000_000 + Math.floor(Math.random() * 8e7);
  return {
    async anytime(values: { at_once?: number } = {}): Promise<void> {
      await superuser`insert into integrations (company_id, id, hook_id, phone_number_id, dial_concurrency)
        values (${company_id}, ${uuidv7()}, ${uuidv7().replaceAll("-", "")}, 'phone_1', ${values.at_once ?? 3})`;
      for (const country of ["SA", "AE"]) {
        await superuser`insert into dialling_rules (company_id, id, country, from_time, to_time, on_weekend, unanswered_per_day, unanswered_per_week)
          values (${company_id}, ${uuidv7()}, ${country}, '00:00', '24:00', true, 10, 30)`;
      }
    },
    /** A draft for the newest `count` customers, made for it: its audience is the day's customers in one district of nobody else. */
    async customers(count: number, ending = ""): Promise<string[]> {
      const phones: string[] = [];
      for (let n = 0; n < count; n += 1) {
        serial += 1;
        // Such endings are faults of the simulated services, for whoever asks for them.
        while (ending === "" && /[09][0-4]$/.test(String(serial))) serial += 1;
        const phone = `+9665${String(serial).slice(ending.length)}${ending}`.slice(0, 13);
        await superuser`insert into customers (company_id, id, name, phone) values (${company_id}, ${uuidv7()}, ${`عميل ${serial}`}, ${phone})`;
        phones.push(phone);
      }
      return phones;
    },
    async running(values: {
      phones: readonly string[];
      type?: string;
      script?: string;
      created_by?: string | null;
      failure_limit_percent?: number;
    }): Promise<string> {
      const id = uuidv7();
      await superuser`insert into campaigns (company_id, id, name, type, status, script, created_by, started_at, failure_limit_percent)
        values (${company_id}, ${id}, 'متابعة', ${values.type ?? "voice"}, 'running', ${values.script ?? null}, ${values.created_by ?? null}, now(), ${values.failure_limit_percent ?? 30})`;
      for (const phone of values.phones) {
        await superuser`insert into campaign_recipients (company_id, id, campaign_id, customer_id, phone)
          values (${company_id}, ${uuidv7()}, ${id}, (select id from customers where company_id = ${company_id} and phone = ${phone}), ${phone})`;
      }
      return id;
    },
    async recipients(campaign_id: string) {
      return superuser<
        {
          id: string;
          phone: string;
          status: string;
          reason: string | null;
          attempts: number;
          next_attempt_at: Date | null;
          conversation_id: string | null;
        }[]
      >`
        select id, phone, status, reason, attempts, next_attempt_at, conversation_id from campaign_recipients
         where campaign_id = ${campaign_id} order by id`;
    },
    async attempts(campaign_id: string) {
      return superuser<
        {
          id: string;
          recipient_id: string;
          attempt: number;
          outcome: string | null;
          reason: string | null;
          vendor_call_id: string | null;
          conversation_id: string | null;
          ended_at: Date | null;
        }[]
      >`
        select a.id, recipient_id, attempt, outcome, a.reason, vendor_call_id, a.conversation_id, ended_at
          from dial_attempts a join campaign_recipients r on r.company_id = a.company_id and r.id = a.recipient_id
         where r.campaign_id = ${campaign_id} order by a.id`;
    },
    async status(campaign_id: string) {
      const [row] = await superuser<{ status: string; pause_reason: string | null }[]>`
        select status, pause_reason from campaigns where id = ${campaign_id}`;
      return row;
    },
    /** The jobs that wait, by name. */
    async jobs(name: string) {
      return superuser<{ key: string; run_at: Date; payload: Record<string, unknown> }[]>`
        select j.key, j.run_at, j.payload from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
         where t.identifier = ${name} and j.payload ->> 'company_id' = ${company_id} order by j.id`;
    },
  };
}
