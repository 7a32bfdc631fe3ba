import { dayMs, iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Row } from "../rows.ts";
import type { ScenarioKind } from "../text/bank.ts";
import type { WrittenTalk } from "./talk.ts";

const aboutListing: readonly ScenarioKind[] = ["price", "viewing", "financing"];
const unheard: readonly Row<"conversations">["outcome"][] = ["no_answer", "wrong_number", "failed"];

/** The listing a talk was about, if it was about one and somebody known was heard. */
export function inquireFromTalk(context: Context, { row, scenario, property, customer }: WrittenTalk, chance: Random) {
  if (!customer || !aboutListing.includes(scenario) || unheard.includes(row.outcome)) return;
  addInquiry(context, { customer, property_id: property.row.id, talk: row }, chance);
}

/** What was asked in the hand-written talks, and what staff were asked at the office and the fair. */
export function addOtherInquiries(
  context: Context,
  customers: Map<string, KnownCustomer>,
  talks: Map<string, string>,
  count: number,
): void {
  const chance = context.random("other inquiries");
  const { plan, properties, calendar } = context;
  for (const written of plan.bookings) {
    const customer = customers.get(written.customer);
    const listed = properties.find((one) => one.plan.key === written.property);
    const talk = context.rows.conversations.find(
      ({ id }) => written.conversation && id === talks.get(written.conversation),
    );
    if (customer && listed && talk) addInquiry(context, { customer, property_id: listed.row.id, talk }, chance);
  }
  for (let made = 0; made < count; made += 1) {
    const at = calendar.at(-chance.int(1, 60), "10:00") + chance.int(0, dayMs / 3);
    const customer = chance.pick(
      context.customers.filter(({ row }) => row.created_at < iso(at) && row.stage !== "won"),
    );
    const property_id = chance.pick(properties.filter(({ row }) => row.status !== "sold")).row.id;
    addInquiry(context, { customer, property_id, at }, chance);
  }
}

type Asked = { customer: KnownCustomer; property_id: string } & ({ talk: Row<"conversations"> } | { at: number });

function addInquiry({ rows, company_id, calendar }: Context, asked: Asked, chance: Random): void {
  const talk = "talk" in asked ? asked.talk : null;
  const at = "at" in asked ? asked.at : Math.min(Date.parse(asked.talk.started_at) + minuteMs / 2, calendar.now);
  rows.property_inquiries.push({
    company_id,
    id: idAt(at, chance),
    property_id: asked.property_id,
    customer_id: asked.customer.row.id,
    conversation_id: talk?.id ?? null,
    source: talk === null ? "staff" : talk.type === "voice" ? "voice_agent" : "chat_agent",
    created_at: iso(at),
  });
}
