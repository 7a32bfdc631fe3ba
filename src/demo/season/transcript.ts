import { iso } from "../calendar.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Outcome, Row } from "../rows.ts";
import type { Scenario, TextBank, Turn } from "../text/bank.ts";

export type Line = { by: Turn["by"]; text: string; at_ms: number; tool: Turn["tool"] };

const mostLines = 14;

/** The turns of a talk: greeting (calls only), opening, a few exchanges, and the ending its outcome asks for. */
export function compose(
  bank: TextBank,
  scenario: Scenario,
  outcome: Outcome,
  talk: { type: "voice" | "chat"; outbound: boolean; home: boolean; sale: boolean },
  chance: Random,
): Turn[] {
  const opening = chance.pick(scenario.opening);
  const greeting: Turn[] =
    talk.type === "voice" && !talk.outbound ? [{ by: "agent", say: [chance.pick(bank.greeting)] }] : [];
  const endings = scenario.endings?.[outcome] ?? bank.endings[outcome] ?? [];
  const ending = endings.length > 0 ? chance.pick(endings) : [];
  const fixed = greeting.length + opening.length + ending.length;
  const fitting = scenario.middle.filter(({ fits }) => fits === "any" || (fits === "homes" ? talk.home : talk.sale));
  const exchanges = chance.shuffle(fitting);
  const room = Math.floor((mostLines - fixed) / 2);
  const middle = exchanges
    .slice(0, chance.int(0, Math.min(4, room, exchanges.length)))
    .flatMap((exchange) => exchange.turns);
  return [...greeting, ...opening, ...middle, ...ending];
}

/** Gives each line its moment: a call at the pace of speech, a chat at the pace of typing. */
export function pace(
  turns: readonly Turn[],
  texts: readonly string[],
  type: "voice" | "chat",
  chance: Random,
): { lines: Line[]; length_ms: number } {
  let clock = 0;
  const lines = turns.map((turn, index) => {
    const text = texts[index] ?? "";
    if (index > 0) clock += type === "voice" ? chance.int(900, 4_200) : waitBefore(turn.by, chance);
    const line = { by: turn.by, text, at_ms: clock, tool: turn.tool };
    if (type === "voice") clock += turn.by === "tool" ? chance.int(1_500, 6_000) : Math.max(1_400, text.length * 95);
    return line;
  });
  return { lines, length_ms: clock + (type === "voice" ? chance.int(500, 2_000) : chance.int(5_000, 40_000)) };
}

function waitBefore(by: Turn["by"], chance: Random): number {
  if (by === "customer") return chance.int(9_000, 85_000);
  if (by === "staff") return chance.int(35_000, 140_000);
  return by === "tool" ? chance.int(400, 1_600) : chance.int(1_500, 6_000);
}

export function messageRows(
  conversation: { company_id: string; id: string },
  startedAt: number,
  lines: readonly Line[],
  chance: Random,
): Row<"messages">[] {
  return lines.map((line, index) => ({
    company_id: conversation.company_id,
    id: idAt(startedAt + line.at_ms, chance),
    conversation_id: conversation.id,
    position: index,
    speaker: line.by,
    text: line.text,
    at_ms: line.at_ms,
    tool: line.tool ? { name: line.tool, ok: true, duration_ms: chance.int(80, 900) } : null,
    is_cut: false,
    took: null,
    created_at: iso(startedAt + line.at_ms),
  }));
}
