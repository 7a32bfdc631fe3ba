import { may, router } from "#server/procedures.ts";
import { barNumber, unbarNumber } from "./commands.ts";
import { listBarred } from "./queries.ts";
import { BarNumber, BarredNumber, BarredPage, ListBarred, UnbarNumber } from "./schema.ts";

export const doNotCallRouter = router({
  list: may("campaigns.write").read({ input: ListBarred, output: BarredPage }, listBarred),
  add: may("campaigns.write").write({ input: BarNumber, output: BarredNumber }, barNumber),
  remove: may("campaigns.write").write({ input: UnbarNumber, output: BarredNumber }, unbarNumber),
});
