import { dayMs, hourMs, iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { idAt } from "../ids.ts";
import type { CampaignPlan, When } from "../plan.ts";
import type { Random } from "../random.ts";
import type { Row } from "../rows.ts";
import { stageAt } from "./conversations.ts";

type RecipientStatus = Row<"campaign_recipients">["status"];

/** The hand-written campaigns and those before them, with whom they reached and each time a number was dialled. */
export function addCampaigns(context: Context): void {
  const { plan, company_id, calendar, customers, rows, staff } = context;
  const chance = context.random("campaigns");
  const optedOut = chance.shuffle(customers.filter(({ row }) => row.stage === "lost")).slice(0, 4);
  for (const { row } of optedOut) {
    const at = Math.min(Date.parse(row.updated_at) + hourMs, calendar.now - hourMs);
    const reason = "طلب عدم التواصل أثناء مكالمة";
    rows.do_not_call.push({
      company_id,
      id: idAt(at, chance),
      phone: row.phone,
      reason,
      created_by: staff.sales,
      created_at: iso(at),
    });
  }
  const barred = new Map(rows.do_not_call.map(({ phone, created_at }) => [phone, Date.parse(created_at)]));
  for (const written of [...plan.earlier_campaigns, ...plan.campaigns]) addCampaign(context, written, barred, chance);
}

function addCampaign(
  context: Context,
  written: CampaignPlan,
  barred: ReadonlyMap<string, number>,
  chance: Random,
): void {
  const { company_id, calendar, customers, rows, staff } = context;
  const instant = (when: When | null) => (when === null ? null : calendar.at(...when));
  const made = calendar.at(...written.made);
  const [scheduled, started, finished] = [
    instant(written.scheduled),
    instant(written.started),
    instant(written.finished),
  ];
  const id = idAt(made, chance);
  rows.campaigns.push({
    company_id,
    id,
    name: written.name,
    type: written.type,
    status: written.status,
    script: written.script,
    audience: written.audience,
    scheduled_at: scheduled === null ? null : iso(scheduled),
    started_at: started === null ? null : iso(started),
    finished_at: finished === null ? null : iso(finished),
    pause_reason: written.pause_reason,
    failure_limit_percent: 30,
    created_by: staff.sales,
    version: 1 + [scheduled, started, finished, written.pause_reason].filter((step) => step !== null).length,
    created_at: iso(made),
    updated_at: iso(finished ?? started ?? made),
  });
  if (started === null) return;
  const until = finished ?? Math.min(started + 3 * dayMs, calendar.now - hourMs);
  const { stages } = written.audience;
  const fits = (customer: KnownCustomer) =>
    customer.row.created_at < iso(started) &&
    (barred.get(customer.row.phone) ?? until) >= started &&
    (stages?.includes(stageAt(customer, started)) ?? true);
  const inTurn = chance.shuffle(customers.filter(fits)).map((customer) => ({
    customer,
    talk: rows.conversations.find((talk) => isOf(written, talk, customer) && isWithin(talk, started, until)) ?? null,
  }));
  // The talks of the season that the campaign led to come first: they were had, so these people were reached.
  const reached = inTurn.sort((a, b) => Number(b.talk !== null) - Number(a.talk !== null)).slice(0, written.recipients);
  const tried = Math.round(reached.length * written.progress);
  reached.forEach(({ customer, talk }, index) => {
    const inOrder = started + Math.floor(((until - started) * index) / Math.max(1, tried));
    const at = talk === null ? inOrder : Date.parse(talk.started_at);
    addRecipient(
      context,
      {
        id,
        written,
        started,
        at,
        talk,
        isTried: index < tried || talk !== null,
        isBarred: (barred.get(customer.row.phone) ?? until) < until,
        customer,
      },
      chance,
    );
  });
}

type Reach = {
  id: string;
  written: CampaignPlan;
  started: number;
  at: number;
  talk: Row<"conversations"> | null;
  isTried: boolean;
  isBarred: boolean;
  customer: KnownCustomer;
};

function addRecipient({ company_id, calendar, rows }: Context, reach: Reach, chance: Random): void {
  const { written, customer, at, started } = reach;
  const drawn = statusOf(reach, chance);
  const status = reach.talk === null ? drawn : "answered";
  const mayRetry = status === "no_answer" || status === "busy" || status === "voicemail";
  const attempts =
    status === "pending" || status === "skipped"
      ? 0
      : mayRetry
        ? chance.int(1, 3)
        : chance.weighted([
            [1, 8],
            [2, 3],
          ] as const);
  const id = idAt(started, chance);
  const isRunning = written.status === "running";
  rows.campaign_recipients.push({
    company_id,
    id,
    campaign_id: reach.id,
    customer_id: customer.row.id,
    phone: customer.row.phone,
    status,
    reason: status === "skipped" ? "do_not_call" : status === "failed" ? "invalid_number" : null,
    attempts,
    next_attempt_at:
      mayRetry && isRunning && attempts < 3 ? iso(calendar.at(1, "17:00") + chance.int(0, 120) * minuteMs) : null,
    conversation_id: reach.talk?.id ?? null,
    version: 1 + attempts,
    created_at: iso(started),
    updated_at: iso(attempts > 0 ? at : started),
  });
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const dialled = Math.max(started, at - (attempts - attempt) * 2 * hourMs) + attempt * 1_000;
    const isLast = attempt === attempts;
    rows.dial_attempts.push({
      company_id,
      id: idAt(dialled, chance),
      recipient_id: id,
      attempt,
      outcome: isLast ? status : "no_answer",
      reason: null,
      vendor_call_id: null,
      conversation_id: null,
      started_at: iso(dialled),
      ended_at: iso(dialled + (isLast && status === "answered" ? chance.int(40, 240) : chance.int(12, 32)) * 1000),
      created_at: iso(dialled),
    });
  }
}

function statusOf({ isTried, isBarred, written }: Reach, chance: Random): RecipientStatus {
  if (isBarred && (isTried || written.status === "completed")) return "skipped";
  if (!isTried) return "pending";
  return chance.weighted([
    ["answered", 60],
    ["no_answer", 23],
    ["busy", 8],
    ["voicemail", 6],
    ["failed", 3],
  ] as const);
}

/** Whether a talk may have come of the campaign: ours to this customer, of its kind, and heard. */
const isOf = (written: CampaignPlan, talk: Row<"conversations">, { row }: KnownCustomer) =>
  talk.customer_id === row.id &&
  talk.direction === "outbound" &&
  talk.type === written.type &&
  talk.outcome !== "no_answer";

const isWithin = ({ started_at }: Row<"conversations">, from: number, until: number) =>
  started_at >= iso(from) && started_at <= iso(until);
