import { may, router } from "#server/procedures.ts";
import { readCallStats, readConversionStats, readTicketStats } from "./queries.ts";
import { AskStats, CallStats, ConversionStats, TicketStats } from "./schema.ts";

export const statsRouter = router({
  calls: may("dashboard.read").read({ input: AskStats, output: CallStats }, (tx, input) => readCallStats(tx, input)),
  tickets: may("tickets.read").read({ input: AskStats, output: TicketStats }, (tx, input) =>
    readTicketStats(tx, input),
  ),
  conversions: may("dashboard.read").read({ input: AskStats, output: ConversionStats }, (tx, input) =>
    readConversionStats(tx, input),
  ),
});
