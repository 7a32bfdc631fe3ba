import { may, router } from "#server/procedures.ts";
import { readCampaigns } from "./campaigns.ts";
import { fileOf } from "./csv.ts";
import { readBookings, readCalls, readFunnel, readTickets } from "./queries.ts";
import {
  AskBookings,
  AskCalls,
  AskCampaigns,
  AskFunnel,
  AskTickets,
  BookingsFile,
  BookingsReport,
  CallsFile,
  CallsReport,
  CampaignsFile,
  CampaignsReport,
  FunnelFile,
  FunnelReport,
  ReportFile,
  TicketsFile,
  TicketsReport,
} from "./schema.ts";

const sales = may("reports.sales");
const support = may("reports.support");

export const reportsRouter = router({
  calls: sales.read({ input: AskCalls, output: CallsReport }, (tx, input) => readCalls(tx, input)),
  funnel: sales.read({ input: AskFunnel, output: FunnelReport }, (tx, input) => readFunnel(tx, input)),
  bookings: sales.read({ input: AskBookings, output: BookingsReport }, (tx, input) => readBookings(tx, input)),
  campaigns: sales.read({ input: AskCampaigns, output: CampaignsReport }, (tx, input) => readCampaigns(tx, input)),
  tickets: support.read({ input: AskTickets, output: TicketsReport }, (tx, input) => readTickets(tx, input)),
  csv: router({
    calls: sales.read({ input: CallsFile, output: ReportFile }, async (tx, input) =>
      fileOf("calls", await readCalls(tx, input), input.locale),
    ),
    funnel: sales.read({ input: FunnelFile, output: ReportFile }, async (tx, input) =>
      fileOf("funnel", await readFunnel(tx, input), input.locale),
    ),
    bookings: sales.read({ input: BookingsFile, output: ReportFile }, async (tx, input) =>
      fileOf("bookings", await readBookings(tx, input), input.locale),
    ),
    campaigns: sales.read({ input: CampaignsFile, output: ReportFile }, async (tx, input) =>
      fileOf("campaigns", await readCampaigns(tx, input), input.locale),
    ),
    tickets: support.read({ input: TicketsFile, output: ReportFile }, async (tx, input) =>
      fileOf("tickets", await readTickets(tx, input), input.locale),
    ),
  }),
});
