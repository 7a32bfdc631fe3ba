import { may, router } from "#server/procedures.ts";
import { listTalkRules, switchTalkRule } from "./rule-switches.ts";
import { ReadTalkRules, SwitchTalkRule, TalkRules } from "./schema.ts";

export const talkRulesRouter = router({
  list: may("company.manage").read({ input: ReadTalkRules, output: TalkRules }, (tx) => listTalkRules(tx)),
  switch: may("company.manage").write({ input: SwitchTalkRule, output: TalkRules }, switchTalkRule),
});
