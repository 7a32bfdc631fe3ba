import { type Calendar, dayMs, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer, KnownProperty } from "../context.ts";
import type { Random } from "../random.ts";
import type { Stage } from "../rows.ts";
import type { ScenarioKind } from "../text/bank.ts";
import { bookFromTalk, findViewing, type Viewing } from "./bookings.ts";
import { inquireFromTalk } from "./inquiries.ts";
import { outcomeWeights, scenarioWeights } from "./likelihood.ts";
import { type Talk, type WrittenTalk, writeTalk } from "./talk.ts";

/** The season's talks, in the order of their instants. Returns those that left a ticket behind. */
export function addConversations(context: Context, instants: readonly number[]): WrittenTalk[] {
  const chance = context.random("conversations");
  const firstContacts = new Map(context.customers.map((customer) => [Date.parse(customer.row.created_at), customer]));
  const known = [...context.customers].sort((a, b) => (a.row.created_at < b.row.created_at ? -1 : 1));
  const asking = context.random("inquiries");
  const tickets: WrittenTalk[] = [];
  let met = 0;
  for (const at of instants) {
    while (met < known.length && Date.parse(known[met]?.row.created_at ?? "") < at) met += 1;
    const customer = firstContacts.get(at) ?? (chance.chance(0.09) ? null : someoneMet(known, met, chance));
    const talk = planTalk(context, at, customer, chance);
    const written = writeTalk(context, talk, chance);
    inquireFromTalk(context, written, asking);
    if (talk.viewing && customer) bookFromTalk(context, written, talk.viewing, chance);
    if (talk.outcome === "ticket_opened") tickets.push(written);
  }
  return tickets;
}

/** Talks that are going on at this moment: begun within the last eleven minutes, without an end. */
export function addLiveConversations(context: Context, count: number): void {
  const chance = context.random("live");
  const asking = context.random("live inquiries");
  const { now } = context.calendar;
  for (let index = 0; index < count; index += 1) {
    const at = now - Math.floor((0.7 + (10 * (index + chance.next())) / count) * minuteMs);
    const type = index % 3 === 2 ? "chat" : "voice";
    const customer = chance.pick(context.customers.filter((one) => one.row.stage !== "won"));
    const scenario = chance.pick(["price", "viewing", "financing"] as const);
    const talk: Talk = {
      ...planTalk(context, at, customer, chance),
      scenario,
      type,
      outcome: "interested",
      viewing: null,
      handed_to: null,
    };
    inquireFromTalk(context, writeTalk(context, talk, chance, now), asking);
  }
}

function planTalk(context: Context, at: number, customer: KnownCustomer | null, chance: Random): Talk {
  const scenario = chance.weighted(scenarioWeights[customer ? stageAt(customer, at) : "unknown"]);
  const called = scenario === "follow_up" || scenario === "wrong_number" || chance.chance(0.56);
  const property = chance.pick(context.properties.filter((one) => mayOffer(one, at, scenario, context.calendar)));
  const wished = called && chance.chance(0.015) ? "failed" : chance.weighted(outcomeWeights[scenario]);
  let viewing: Viewing | null = null;
  if (wished === "booked") viewing = customer && findViewing(context, at, property, chance);
  const outcome = wished === "booked" && !viewing ? "interested" : wished;
  const service = scenario === "maintenance" || scenario === "contract";
  const handed_to = outcome !== "handed_over" ? null : service ? "support" : chance.pick(["sales", "agent"] as const);
  return { at, customer, property, scenario, type: called ? "voice" : "chat", outcome, viewing, handed_to };
}

/** The stage a customer had reached at an instant. */
export function stageAt(customer: KnownCustomer, at: number): Stage {
  return customer.path.findLast(([, moved]) => moved <= at)?.[0] ?? "lead";
}

/** One of the customers met so far, recent ones more often. */
function someoneMet(known: readonly KnownCustomer[], met: number, chance: Random): KnownCustomer | null {
  return known[Math.floor((1 - chance.next() ** 1.6) * met)] ?? null;
}

/** What an agent may offer: homes and offices with a valid permit that nobody bought; nothing let when it is about a loan. */
function mayOffer({ row }: KnownProperty, at: number, scenario: ScenarioKind, calendar: Calendar): boolean {
  const isSold = row.status === "sold" && at > calendar.now - 30 * dayMs;
  const isPermitted = row.permit_expires_on !== null && row.permit_expires_on >= calendar.day(at);
  return row.kind !== "plot" && !isSold && isPermitted && (scenario !== "financing" || row.purpose === "sale");
}
