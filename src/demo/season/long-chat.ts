import { dayMs, minuteMs } from "../calendar.ts";
import type { Context } from "../context.ts";
import { conversationRow } from "../conversation-row.ts";
import { idAt } from "../ids.ts";
import { personWords, propertyWords, say } from "../wording.ts";
import { compose, type Line, messageRows, pace } from "./transcript.ts";

const began_days_ago = 17;

/** One chat in which a patient investor asks about listing after listing, day after day: `count` lines. Nobody measured how
 *  long it took, so that it does not move an average. */
export function addLongChat(context: Context, count: number): void {
  const { plan, calendar, company_id, rows } = context;
  const chance = context.random("long chat");
  const started = calendar.at(-began_days_ago, "17:12");
  const known = context.customers.filter(({ row }) => Date.parse(row.created_at) < started - 10 * dayMs);
  const customer = chance.pick(
    known.filter(({ row, language, gender }) => language === "ar" && gender === "male" && row.stage === "negotiation"),
  );
  const { arabic: bank, chat_agent: machine } = plan;
  const lines: Line[] = [];
  let clock = 0;
  while (lines.length < count) {
    const property = chance.pick(
      context.properties.filter(({ row }) => row.purpose === "sale" && row.bedrooms !== null),
    );
    const scenario = bank.scenarios[chance.pick(["price", "viewing", "financing"] as const)];
    const talk = { type: "chat", outbound: false, home: true, sale: true } as const;
    const turns = compose(bank, scenario, "interested", talk, chance);
    const words = {
      ...propertyWords(property, plan, "ar"),
      ...personWords(plan, customer, "ar"),
      agent: machine.name,
      staff: plan.staff.sales.first_name.ar,
      bank: chance.pick(plan.vocabulary.banks.ar),
    };
    const texts = turns.map((turn) => say(chance.pick(turn.say), words, customer.gender, machine.gender));
    const part = pace(turns, texts, "chat", chance);
    lines.push(...part.lines.map((line) => ({ ...line, at_ms: clock + line.at_ms })));
    clock += part.length_ms + chance.int(20, 140) * minuteMs;
  }
  const said = lines.slice(0, count);
  const ended = started + (said.at(-1)?.at_ms ?? 0) + minuteMs;
  const row = conversationRow(
    {
      company_id,
      id: idAt(started, chance),
      customer_id: customer.row.id,
      type: "chat",
      outcome: "interested",
      agent_name: machine.name,
      language: "ar",
      duration_seconds: null,
      summary: "مستثمر يقارن عروض البيع واحدًا واحدًا على مدى أسبوعين، ويسأل عن السعر والتمويل والضمانات في كل عرض.",
      next_step: "إرسال جدول يقارن العروض التي سأل عنها، والاتصال به لتحديد ما يعاينه أولًا",
      sentiment: "neutral",
      handed_over_to: null,
    },
    { started, ended, seen: ended },
    said.length,
  );
  rows.conversations.push(row);
  rows.messages.push(...messageRows(row, started, said, chance));
}
