import { dayMs } from "./calendar.ts";
import { openCompany } from "./context.ts";
import { addAgents } from "./core/agents.ts";
import { addWrittenBookings } from "./core/bookings.ts";
import { addWrittenCustomers } from "./core/people.ts";
import { addWrittenConversations } from "./core/talks.ts";
import { addWrittenTickets } from "./core/tickets.ts";
import type { CompanyPlan } from "./plan.ts";
import type { DemoRows } from "./rows.ts";
import { addStaffBookings } from "./season/bookings.ts";
import { addCampaigns } from "./season/campaigns.ts";
import { addConversations, addLiveConversations } from "./season/conversations.ts";
import { addCustomers } from "./season/customers.ts";
import { addOtherInquiries } from "./season/inquiries.ts";
import { addLongChat } from "./season/long-chat.ts";
import { addNotifications } from "./season/notifications.ts";
import { addProperties } from "./season/properties.ts";
import { addRecordings } from "./season/recordings.ts";
import { addTickets } from "./season/tickets.ts";
import { traffic } from "./season/traffic.ts";

const season = {
  days: 90,
  conversations: 1500,
  customers: 300,
  earlier_customers: 75,
  bookings: 250,
  bookings_ahead: 24,
  tickets: 200,
  asked_staff: 40,
  live: 5,
  recordings: 6,
};

/** First numbers of people's own kind, so that nothing looks like the first of its life. */
const firstNumber = { bookings: 20_001, tickets: 3_001 };

/** Every row of one demo company: the hand-written core and the season beneath it, ending at `now`.
 *  Pure: the same plan, hash and moment give the same rows. */
export function buildCompany(plan: CompanyPlan, passwordHash: string, now: Date): DemoRows {
  const context = openCompany(plan, passwordHash, now);
  const { rows, calendar } = context;
  addAgents(context);
  addProperties(context);
  const customers = addWrittenCustomers(context);
  const talks = addWrittenConversations(context, customers);
  addWrittenBookings(context, customers, talks);
  addWrittenTickets(context, customers, talks);

  const chance = context.random("season");
  const instants = traffic(plan, calendar, chance, season.days, season.conversations);
  const earlier = Array.from(
    { length: season.earlier_customers },
    () => calendar.at(-chance.int(91, 230), "10:00") + chance.int(0, dayMs / 3),
  );
  const first = chance.shuffle(instants).slice(0, season.customers - season.earlier_customers);
  addCustomers(
    context,
    [...earlier, ...first].sort((a, b) => a - b),
  );
  const ticketTalks = addConversations(context, instants);
  addLiveConversations(context, season.live);
  addOtherInquiries(context, customers, talks, season.asked_staff);
  if (plan.longest_chat) addLongChat(context, plan.longest_chat);
  addRecordings(context, season.recordings);
  addStaffBookings(context, season.bookings, season.bookings_ahead);
  addTickets(context, ticketTalks, season.tickets);
  number(rows, "bookings");
  number(rows, "tickets");
  addCampaigns(context);
  addNotifications(context);
  return rows;
}

/** Numbers run in the order in which things were made; the counter goes on from the last. */
function number(rows: DemoRows, noun: "bookings" | "tickets"): void {
  const made: { number: number; created_at: string; id: string; company_id: string }[] = rows[noun];
  made.sort((a, b) => (a.created_at + a.id < b.created_at + b.id ? -1 : 1));
  made.forEach((row, index) => {
    row.number = firstNumber[noun] + index;
  });
  const last = made.at(-1);
  if (last) rows.counters.push({ company_id: last.company_id, noun, value: last.number });
}
