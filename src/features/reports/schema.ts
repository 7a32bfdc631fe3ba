import * as z from "zod";
import { locales } from "#drizzle/values.ts";
import { Period } from "#features/stats/schema.ts";
import { day, id, instantOut } from "#lib/fields.ts";
import { groupings } from "./groupings.ts";

const longest_days = 366;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What a report's window is asked for by: a period up to now, or the days `from` to `to`, both included, on the company's
 *  clock; 30 days when nothing is said. */
const Span = { period: Period.optional(), from: day().optional(), to: day().optional() };
export type AskedSpan = z.infer<z.ZodObject<typeof Span>>;

function checkSpan({ period, from, to }: AskedSpan, context: z.RefinementCtx) {
  const refuse = (path: string, code: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], params: { code }, message });
  if (from === undefined && to === undefined) return;
  if (period !== undefined) refuse("period", "period_or_days", "Either a period or days");
  else if (from === undefined) refuse("from", "required", "The first day is missing");
  else if (to === undefined) refuse("to", "required", "The last day is missing");
  else if (to < from) refuse("to", "ends_before_start", "Ends before it begins");
  else if (daysBetween(from, to) >= longest_days) refuse("to", "too_long", `At most ${longest_days} days`);
}

const calls_by = () => z.enum(groupings.calls).default("day");
const funnel_by = () => z.enum(groupings.funnel).default("stage");
const bookings_by = () => z.enum(groupings.bookings).default("day");
const campaigns_by = () => z.enum(groupings.campaigns).default("campaign");
const tickets_by = () => z.enum(groupings.tickets).default("day");

export const AskCalls = z.strictObject({ ...Span, by: calls_by() }).superRefine(checkSpan);
export type AskCalls = z.infer<typeof AskCalls>;
export const AskFunnel = z.strictObject({ ...Span, by: funnel_by() }).superRefine(checkSpan);
export type AskFunnel = z.infer<typeof AskFunnel>;
export const AskBookings = z.strictObject({ ...Span, by: bookings_by() }).superRefine(checkSpan);
export type AskBookings = z.infer<typeof AskBookings>;
export const AskCampaigns = z.strictObject({ ...Span, by: campaigns_by() }).superRefine(checkSpan);
export type AskCampaigns = z.infer<typeof AskCampaigns>;
export const AskTickets = z.strictObject({ ...Span, by: tickets_by() }).superRefine(checkSpan);
export type AskTickets = z.infer<typeof AskTickets>;

/** The same as files, with their head in the reader's language. */
const locale = () => z.enum(locales).default("ar");
export const CallsFile = z.strictObject({ ...Span, by: calls_by(), locale: locale() }).superRefine(checkSpan);
export const FunnelFile = z.strictObject({ ...Span, by: funnel_by(), locale: locale() }).superRefine(checkSpan);
export const BookingsFile = z.strictObject({ ...Span, by: bookings_by(), locale: locale() }).superRefine(checkSpan);
export const CampaignsFile = z.strictObject({ ...Span, by: campaigns_by(), locale: locale() }).superRefine(checkSpan);
export const TicketsFile = z.strictObject({ ...Span, by: tickets_by(), locale: locale() }).superRefine(checkSpan);

/** `key` is the day, the state or the id that a row stands for, null for the rest that has none; `name` is set for people,
 *  listings, campaigns and agents. Days without anything are rows of zeros. The counts of the rows add up to `totals`;
 *  medians and 90th percentiles of `totals` are over everything, since those of parts do not add up.
 *  `previous` are the totals of the window before, as long as this one. */
const report = <
  const Groups extends readonly [string, ...string[]],
  Figures extends Record<string, z.ZodInt | z.ZodNullable<z.ZodInt>>,
>(
  groups: Groups,
  figures: Figures,
) =>
  z.object({
    company_id: id(),
    by: z.enum(groups),
    from: instantOut(),
    to: instantOut(),
    previous_from: instantOut(),
    previous_to: instantOut(),
    timezone: z.string(),
    rows: z.array(
      z.object({
        key: z.string().nullable(),
        name: z.string().nullable(),
        name_en: z.string().nullable(),
        figures: z.object(figures),
      }),
    ),
    totals: z.object(figures),
    previous: z.object(figures),
  });

const count = () => z.int();
/** Null when nothing was measured. */
const seconds = () => z.int().nullable();

/** `conversations` = `calls` + `chats` = `answered` + `unanswered`. `timed` are the answered ones whose length is known. */
export const CallsReport = report(groupings.calls, {
  conversations: count(),
  calls: count(),
  chats: count(),
  answered: count(),
  unanswered: count(),
  handed_over: count(),
  booked: count(),
  timed: count(),
  talked_seconds: count(),
  average_seconds: seconds(),
});
export type CallsReport = z.infer<typeof CallsReport>;

/** `moves` is the sum of the seven stages. `customers` are different people: one may reach several stages. */
export const FunnelReport = report(groupings.funnel, {
  moves: count(),
  customers: count(),
  lead: count(),
  qualified: count(),
  viewing: count(),
  negotiation: count(),
  deposit: count(),
  won: count(),
  lost: count(),
});
export type FunnelReport = z.infer<typeof FunnelReport>;

/** Viewings by when they were asked for. `requested` is the sum of the five states they are in now. */
export const BookingsReport = report(groupings.bookings, {
  requested: count(),
  pending: count(),
  approved: count(),
  completed: count(),
  rejected: count(),
  cancelled: count(),
  decision_median_seconds: seconds(),
  decision_p90_seconds: seconds(),
});
export type BookingsReport = z.infer<typeof BookingsReport>;

/** Campaigns by when they were started. `recipients` is the sum of the eight states; `dialled` were tried at least once. */
export const CampaignsReport = report(groupings.campaigns, {
  campaigns: count(),
  recipients: count(),
  dialled: count(),
  answered: count(),
  no_answer: count(),
  busy: count(),
  voicemail: count(),
  failed: count(),
  skipped: count(),
  pending: count(),
  dialling: count(),
  booked: count(),
});
export type CampaignsReport = z.infer<typeof CampaignsReport>;

/** Tickets by when they were opened. `opened` is the sum of the four states; `late` are past their limit, or were solved after it. */
export const TicketsReport = report(groupings.tickets, {
  opened: count(),
  open: count(),
  in_progress: count(),
  resolved: count(),
  closed: count(),
  late: count(),
  response_median_seconds: seconds(),
  response_p90_seconds: seconds(),
  resolution_median_seconds: seconds(),
  resolution_p90_seconds: seconds(),
});
export type TicketsReport = z.infer<typeof TicketsReport>;

export type Report = CallsReport | FunnelReport | BookingsReport | CampaignsReport | TicketsReport;

/** A file to save: UTF-8 with its mark, for spreadsheets. */
export const ReportFile = z.object({ file_name: z.string(), csv: z.string() });
export type ReportFile = z.infer<typeof ReportFile>;
