import { type Calendar, createCalendar, dayMs, hourMs, iso } from "./calendar.ts";
import { createDiary, type Diary } from "./diary.ts";
import { idAt } from "./ids.ts";
import type { CompanyPlan, PropertyPlan, StaffKey } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import type { DemoRows, Gender, Row, Stage } from "./rows.ts";

/** A customer with what the rows do not keep: how they are addressed and when they moved on. */
export type KnownCustomer = {
  row: Row<"customers">;
  gender: Gender;
  first_name: string;
  language: "ar" | "en";
  path: readonly (readonly [stage: Stage, at: number])[];
};

export type KnownProperty = { row: Row<"properties">; plan: PropertyPlan };

/** One company under construction: its rows so far and the parts that later steps look things up in. */
export type Context = {
  plan: CompanyPlan;
  calendar: Calendar;
  company_id: string;
  rows: DemoRows;
  staff: Record<StaffKey, string>;
  customers: KnownCustomer[];
  properties: KnownProperty[];
  diary: Diary;
  /** A source of chance for one part of the demo. */
  random: (part: string) => Random;
};

const roles = { admin: "admin", sales: "sales_manager", support: "support_manager", agent: "agent" } as const;
export const staffKeys: readonly StaffKey[] = ["admin", "sales", "support", "agent"];

/** The company itself and its staff. `password_hash` is stored as it is given. */
export function openCompany(plan: CompanyPlan, passwordHash: string, now: Date): Context {
  const calendar = createCalendar(now, plan.timezone);
  const random = createRandom(`${plan.slug}:company`);
  const founded = calendar.now - 400 * dayMs;
  const company_id = idAt(founded, random);
  const rows = emptyRows();
  rows.companies.push({
    company_id,
    slug: plan.slug,
    name: plan.name,
    name_en: plan.name_en,
    country: plan.country,
    city: plan.city,
    timezone: plan.timezone,
    currency: plan.currency,
    locale: "ar",
    digits: "latn",
    week_start: plan.week_start,
    weekend: plan.weekend,
    working_hours: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7]
        .filter((day) => !plan.weekend.includes(day))
        .map((day) => [String(day), { from: "09:00", to: "18:00" }]),
    ),
    ticket_hours: { urgent: 4, high: 9, medium: 27, low: 45 },
    settings: { voice_agent: plan.voice_agent, chat_agent: plan.chat_agent },
    version: 1,
    created_at: iso(founded),
    updated_at: iso(founded),
  });
  const staff = { admin: "", sales: "", support: "", agent: "" };
  staffKeys.forEach((key, index) => {
    const joined = founded + index * hourMs;
    const id = idAt(joined, random);
    const username = `${plan.slug}.${key}`;
    staff[key] = id;
    rows.users.push({
      company_id,
      id,
      username,
      name: plan.staff[key].name,
      email: `${key}@${plan.slug}.example`,
      role: roles[key],
      gender: plan.staff[key].gender,
      password_hash: passwordHash,
      is_active: true,
      locale: null,
      theme: "system",
      digits: null,
      hijri: false,
      shortcuts: true,
      last_seen_at: null,
      version: 1,
      created_at: iso(joined),
      updated_at: iso(joined),
    });
    rows.directory.push({ username, company_id, user_id: id });
  });
  return {
    plan,
    calendar,
    company_id,
    rows,
    staff,
    customers: [],
    properties: [],
    diary: createDiary(),
    random: (part) => createRandom(`${plan.slug}:${part}`),
  };
}

function emptyRows(): DemoRows {
  return {
    companies: [],
    counters: [],
    users: [],
    directory: [],
    agents: [],
    customers: [],
    stage_changes: [],
    properties: [],
    conversations: [],
    messages: [],
    property_inquiries: [],
    notes: [],
    bookings: [],
    tickets: [],
    ticket_events: [],
    campaigns: [],
    campaign_recipients: [],
    dial_attempts: [],
    do_not_call: [],
    notifications: [],
  };
}
