import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { customers } from "#drizzle/schema/customers.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import type { customer_stages } from "#drizzle/values.ts";
import { refuseCalls } from "#features/campaigns/refusals.ts";
import { createTicket } from "#features/tickets/commands.ts";
import { translatorOf } from "#i18n/translator.ts";
import { foldArabic } from "#lib/arabic.ts";
import type { Tx } from "#server/tenant.ts";
import type { Outcome } from "./prompt.ts";
import type { HeldTalk } from "./read-talk.ts";
import type { TalkRule } from "./schema.ts";

type Stage = (typeof customer_stages)[number];

/** What follows from a talk. Stages move forward only, and only from those named: whoever bought or was lost stays so. */
export const talk_rules = {
  ticket_after_failed_call: { category: "other", priority: "medium" },
  stage_after_interest: { from: ["lead"], to: "qualified" },
  stage_after_booking: { from: ["lead", "qualified"], to: "viewing" },
  /** A refusal is the customer's own words: what the model quotes from him, or one of these, folded. */
  no_calls_after_refusal: {
    phrases: [
      "لا تتصل",
      "لا عاد تتصل",
      "لا تكلمون",
      "لا تراسلون",
      "لا ارغب بالتواصل",
      "لا اريد التواصل",
      "ما ابغى اتصال",
      "ما ابي اتصال",
      "احذف رقمي",
      "احذفوا رقمي",
      "شيلوا رقمي",
      "do not call",
      "don't call",
      "stop calling",
      "remove my number",
      "take me off",
    ],
  },
} as const satisfies Record<TalkRule, object>;

const Settings = z.object({ talk_rules: z.record(z.string(), z.unknown()) });

/** Whether a rule works for the company of these settings: `{ "talk_rules": { "ticket_after_failed_call": false } }` switches
 *  one off, and whatever is not said is on. */
export function isRuleOn(settings: unknown, rule: TalkRule): boolean {
  return Settings.safeParse(settings).data?.talk_rules[rule] !== false;
}

/** Does what the rules say of an outcome, in the transaction that stores it. Each can be done once or does nothing the second
 *  time. Nothing follows from a trial. The caller holds the conversation's row and acts in role `system`. */
export async function applyTalkRules(
  tx: Tx,
  talk: HeldTalk,
  outcome: Outcome,
  refusal_quote: string | null,
): Promise<void> {
  if (talk.mode !== "real") return;
  const isOn = (rule: TalkRule) => isRuleOn(talk.settings, rule);
  if (outcome === "failed" && isOn("ticket_after_failed_call")) await openTicket(tx, talk);
  if (outcome === "interested" && isOn("stage_after_interest")) await move(tx, talk, talk_rules.stage_after_interest);
  if (outcome === "booked" && isOn("stage_after_booking")) await move(tx, talk, talk_rules.stage_after_booking);
  if (outcome === "not_interested" && isOn("no_calls_after_refusal")) await refuse(tx, talk, refusal_quote);
}

/** One ticket a conversation. A campaign's dial that never became a talk is the campaign's own to try again. */
async function openTicket(tx: Tx, talk: HeldTalk): Promise<void> {
  if (talk.type !== "voice" || (talk.direction === "outbound" && !talk.is_spoken)) return;
  const opened = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(eq(tickets.company_id, tx.company_id), eq(tickets.conversation_id, talk.id), eq(tickets.source, "system")),
    )
    .limit(1);
  if (opened.length > 0) return;
  const t = translatorOf({ locale: talk.language, digits: "latn" }, "tickets");
  await createTicket(tx, {
    subject: t("failed_call_subject"),
    description: t("failed_call_description"),
    ...talk_rules.ticket_after_failed_call,
    customer_id: talk.customer_id,
    conversation_id: talk.id,
  });
}

async function move(tx: Tx, { customer_id }: HeldTalk, { from, to }: { from: readonly Stage[]; to: Stage }) {
  if (customer_id === null) return;
  await tx
    .update(customers)
    .set({ stage: to, version: sql`${customers.version} + 1` })
    .where(
      and(eq(customers.company_id, tx.company_id), eq(customers.id, customer_id), inArray(customers.stage, [...from])),
    );
}

/** The model's word alone is not enough to silence a number: it has to stand in what the customer said. */
async function refuse(tx: Tx, { lines, customer_phone }: HeldTalk, quote: string | null): Promise<void> {
  if (customer_phone === null) return;
  const said = lines.filter(({ speaker }) => speaker === "customer").map(({ text }) => foldArabic(text));
  const quoted = quote === null ? "" : foldArabic(quote);
  const words = [...talk_rules.no_calls_after_refusal.phrases.map(foldArabic), ...(quoted.length > 5 ? [quoted] : [])];
  if (!said.some((line) => words.some((word) => line.includes(word)))) return;
  await refuseCalls(tx, customer_phone, "asked_in_conversation");
}
