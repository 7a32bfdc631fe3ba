import type { Context, KnownCustomer, KnownProperty } from "../context.ts";
import { conversationRow } from "../conversation-row.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Outcome, Row } from "../rows.ts";
import type { ScenarioKind } from "../text/bank.ts";
import { personWords, propertyWords, say, timeWords } from "../wording.ts";
import type { Viewing } from "./bookings.ts";
import { sentimentWeights } from "./likelihood.ts";
import { compose, messageRows, pace } from "./transcript.ts";

/** What a talk is about, decided before a word of it is written. */
export type Talk = {
  at: number;
  customer: KnownCustomer | null;
  property: KnownProperty;
  scenario: ScenarioKind;
  type: "voice" | "chat";
  outcome: Outcome;
  viewing: Viewing | null;
  handed_to: "sales" | "agent" | "support" | null;
};

/** A talk on record; `subject` is the fault or the contract clause it was about. */
export type WrittenTalk = {
  row: Row<"conversations">;
  scenario: ScenarioKind;
  subject: string;
  property: KnownProperty;
  customer: KnownCustomer | null;
};

/** Writes a talk's row and transcript. With `cutAt` (an instant) the talk is still going on and its lines end there. */
export function writeTalk(context: Context, talk: Talk, chance: Random, cutAt?: number): WrittenTalk {
  const { plan, calendar, company_id, rows, staff } = context;
  const language = talk.customer?.language ?? (chance.chance(plan.slug === "rawabi" ? 0.04 : 0.4) ? "en" : "ar");
  const bank = language === "ar" ? plan.arabic : plan.english;
  const machine = talk.type === "voice" ? plan.voice_agent : plan.chat_agent;
  const gender = talk.customer?.gender ?? chance.pick(["male", "female"] as const);
  const outbound = talk.scenario === "follow_up";

  const helper = talk.viewing?.staff ?? talk.handed_to ?? "sales";
  const issue = chance.pick(plan.vocabulary.issues[language]);
  const clause = chance.pick(plan.vocabulary.clauses[language]);
  const wordsIn = (spoken: "ar" | "en") => ({
    ...propertyWords(talk.property, plan, spoken),
    ...personWords(plan, talk.customer, spoken),
    ...(talk.viewing && timeWords(talk.viewing.starts, calendar, spoken)),
    agent: spoken === "ar" ? machine.name : machine.name_en,
    staff: plan.staff[helper].first_name[spoken],
    issue,
    clause,
    bank: chance.pick(plan.vocabulary.banks[spoken]),
    hospital: chance.pick(plan.vocabulary.hospitals[spoken]),
  });
  const words = wordsIn(language);

  const scenario = bank.scenarios[talk.scenario];
  const home = talk.property.row.bedrooms !== null;
  const sale = talk.property.row.purpose === "sale";
  const silent = talk.outcome === "no_answer";
  const turns = silent ? [] : compose(bank, scenario, talk.outcome, { type: talk.type, outbound, home, sale }, chance);
  const opener = chance.pick(bank.openers[talk.type]);
  const firstWord = outbound ? -1 : turns.findIndex((turn) => turn.by === "customer");
  const texts = turns.map((turn, index) => {
    const text = say(chance.pick(turn.say), words, gender, machine.gender);
    return index === firstWord ? opener + text : text;
  });
  const { lines, length_ms } = pace(turns, texts, talk.type, chance);
  const heard = cutAt === undefined ? lines : lines.filter((line) => talk.at + line.at_ms < cutAt);
  const length = silent ? chance.int(18, 34) * 1000 : length_ms;

  // Staff in Riyadh read Arabic, whatever language the customer spoke.
  const notesIn = plan.slug === "rawabi" ? plan.arabic : bank;
  const noteWords = notesIn === bank ? words : { ...wordsIn(notesIn.language), issue, clause };
  const note = (choices: readonly string[] | undefined) =>
    cutAt === undefined && choices ? say(chance.pick(choices), noteWords, gender, machine.gender) : null;
  const ended = cutAt === undefined ? talk.at + length : null;
  const row = conversationRow(
    {
      company_id,
      id: idAt(talk.at, chance),
      customer_id: talk.customer?.row.id ?? null,
      type: talk.type,
      ...(ended !== null && talk.outcome === "failed" && { status: "failed" }),
      direction: outbound ? "outbound" : "inbound",
      outcome: ended === null ? null : talk.outcome,
      agent_name: machine.name,
      language,
      summary: note(notesIn.scenarios[talk.scenario].summary[talk.outcome]),
      next_step: note(notesIn.next_step[talk.outcome]),
      sentiment: ended !== null && !silent ? chance.weighted(sentimentWeights[talk.outcome]) : null,
      handed_over_to: ended !== null && talk.handed_to ? staff[talk.handed_to] : null,
    },
    { started: talk.at, ended, seen: cutAt ?? talk.at + length },
    lines.length,
  );
  rows.conversations.push(row);
  rows.messages.push(...messageRows(row, talk.at, heard, chance));
  const subject = talk.scenario === "contract" ? clause : issue;
  return { row, scenario: talk.scenario, subject, property: talk.property, customer: talk.customer };
}
