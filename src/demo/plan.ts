import type { Audience } from "#features/campaigns/schema.ts";
import type { Gender, Outcome, Row, Stage } from "./rows.ts";
import type { TextBank, ToolName } from "./text/bank.ts";
import type { NameBank } from "./text/names.ts";

/** A local time on a day counted from today: [-1, "18:30"] is yesterday evening. */
export type When = readonly [days: number, time: string];

export type StaffKey = "admin" | "sales" | "support" | "agent";
export type Person = { name: string; first_name: { ar: string; en: string }; gender: Gender };
export type Machine = { name: string; name_en: string; gender: Gender };
/** How a machine was told to speak, in one of its versions. */
export type AgentPlan = {
  kind: Row<"agents">["kind"];
  language: "ar" | "en";
  saved: When;
  greeting: string;
  prompt: string;
};
export type Words = { ar: readonly string[]; en: readonly string[] };

export type PropertyPlan = {
  key: string;
  title: string;
  title_en: string;
  kind: Row<"properties">["kind"];
  purpose: Row<"properties">["purpose"];
  /** In whole units of the company's currency; a year's rent where `purpose` is rent. */
  price: number;
  bedrooms: number | null;
  bathrooms: number | null;
  area_sqm: number;
  district: string;
  district_en: string;
  description: string;
  permit_number: string | null;
  permit_days_left: number | null;
  status: Row<"properties">["status"];
};

export type CustomerPlan = {
  key: string;
  name: string;
  gender: Gender;
  phone: string;
  email: string | null;
  notes: string | null;
  owner: StaffKey;
  stages: readonly (readonly [Stage, When])[];
  /** What colleagues wrote down for each other. */
  team_notes?: readonly (readonly [by: StaffKey, at: When, body: string])[];
};

export type LinePlan = readonly [by: Row<"messages">["speaker"], text: string, after_seconds: number, tool?: ToolName];

export type ConversationPlan = {
  key: string;
  customer: string;
  type: Row<"conversations">["type"];
  language: "ar" | "en";
  when: When;
  lines: readonly LinePlan[];
  outcome: Outcome;
  sentiment: Row<"conversations">["sentiment"];
  summary: string;
  next_step: string;
  handed_over_to: StaffKey | null;
  /** What staff wrote down about it, minutes after its end. */
  notes?: readonly (readonly [by: StaffKey, body: string, after_minutes: number])[];
};

export type BookingPlan = {
  customer: string;
  property: string;
  staff: StaffKey;
  conversation: string | null;
  starts: When;
  minutes: number;
  status: Row<"bookings">["status"];
  source: Row<"bookings">["source"];
  made: When;
  decided: readonly [by: StaffKey, at: When] | null;
  reject_reason: string | null;
  notes: string | null;
};

export type TicketEventPlan = {
  kind: Row<"ticket_events">["kind"];
  by: StaffKey;
  at: When;
  from?: string;
  to?: string;
  body?: string;
};

export type TicketPlan = {
  subject: string;
  description: string;
  category: Row<"tickets">["category"];
  priority: Row<"tickets">["priority"];
  status: Row<"tickets">["status"];
  source: Row<"tickets">["source"];
  customer: string;
  conversation: string | null;
  assignee: StaffKey | null;
  opened: When;
  events: readonly TicketEventPlan[];
  resolution: string | null;
};

export type CampaignPlan = {
  name: string;
  type: Row<"campaigns">["type"];
  status: Row<"campaigns">["status"];
  script: string;
  audience: Audience;
  made: When;
  scheduled: When | null;
  started: When | null;
  finished: When | null;
  pause_reason: string | null;
  recipients: number;
  /** Share of the recipients already tried. */
  progress: number;
};

/** A company as the demo knows it: hand-written rows, and the words and habits its season is made of. */
export type CompanyPlan = {
  slug: string;
  name: string;
  /** As the agents say it. */
  spoken: { ar: string; en: string };
  name_en: string;
  country: string;
  city: string;
  timezone: string;
  currency: "SAR" | "AED";
  currency_spoken: string;
  week_start: number;
  weekend: number[];
  /** How busy each hour (0-23) and each ISO weekday (Monday first) is, relative to the others. */
  hours: readonly number[];
  weekdays: readonly number[];
  voice_agent: Machine;
  chat_agent: Machine;
  /** Versions of both machines, the oldest of each first. */
  agents: readonly AgentPlan[];
  staff: Record<StaffKey, Person>;
  arabic: TextBank;
  english: TextBank;
  people: readonly { weight: number; language: "ar" | "en"; names: NameBank; phone: string; digits: number }[];
  vocabulary: { issues: Words; clauses: Words; banks: Words; hospitals: Words };
  phrases: {
    reject_reasons: readonly string[];
    booking_notes: readonly string[];
    customer_notes: readonly string[];
    complaints: readonly (readonly [subject: string, description: string])[];
    inquiries: readonly (readonly [subject: string, description: string])[];
    payments: readonly (readonly [subject: string, description: string])[];
    comments: readonly string[];
    resolutions: readonly string[];
  };
  properties: readonly PropertyPlan[];
  customers: readonly CustomerPlan[];
  conversations: readonly ConversationPlan[];
  /** Lines of the one chat that went on for two weeks; none when left out. */
  longest_chat?: number;
  bookings: readonly BookingPlan[];
  tickets: readonly TicketPlan[];
  campaigns: readonly CampaignPlan[];
  /** Campaigns of the season beneath the hand-written two. */
  earlier_campaigns: readonly CampaignPlan[];
};
