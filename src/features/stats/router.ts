import { may, router } from "#server/procedures.ts";
import { readCallStats, readConversionStats } from "./queries.ts";
import { AskStats, CallStats, ConversionStats } from "./schema.ts";

export const statsRouter = router({
  calls: may("dashboard.read").read({ input: AskStats, output: CallStats }, (tx, input) => readCallStats(tx, input)),
  conversions: may("dashboard.read").read({ input: AskStats, output: ConversionStats }, (tx, input) =>
    readConversionStats(tx, input),
  ),
});
