import { may, router } from "#server/procedures.ts";
import { resetDiallingRule, saveDiallingRule } from "./commands.ts";
import { listDiallingRules } from "./queries.ts";
import { DiallingRule, DiallingRules, ReadDiallingRules, ResetDiallingRule, SaveDiallingRule } from "./schema.ts";

export const diallingRulesRouter = router({
  list: may("company.manage").read({ input: ReadDiallingRules, output: DiallingRules }, (tx) => listDiallingRules(tx)),
  save: may("company.manage").write({ input: SaveDiallingRule, output: DiallingRule }, saveDiallingRule),
  reset: may("company.manage").write({ input: ResetDiallingRule, output: DiallingRule }, resetDiallingRule),
});
