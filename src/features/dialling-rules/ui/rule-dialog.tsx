"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { inForce } from "./limits.ts";
import { RuleFields } from "./rule-fields.tsx";
import { asSent, checkRule, valuesOf } from "./rule-values.ts";
import type { CountryRule } from "./types.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** The company's own limits of one country. What a colleague saved meanwhile is shown, and the next press means it. */
export function RuleDialog({ rule, onClose }: { rule: CountryRule; onClose: () => void }) {
  const t = useTranslations("calling");
  const words = useRuleWords();
  const [opened] = useState(rule);
  const [isWarned, setWarned] = useState(false);
  const country = words.country(rule);
  const save = useAct(api.diallingRules.save, {
    parts: ["diallingRules"],
    done: () => t("saved", { country }),
    refused: ({ reason }) => {
      if (reason === "stale") setWarned(true);
      return "quiet";
    },
  });
  const form = useForm(valuesOf(opened), {
    check: checkRule,
    send: async (values) => {
      const { version } = isWarned ? rule : opened;
      await save.ask({ ...asSent(rule.country, values), version });
      onClose();
    },
  });
  return (
    <FormDialog
      wide
      form={form}
      title={t("edit_title", { country })}
      description={t("edit_help")}
      submit={t("save")}
      onClose={onClose}
    >
      {isWarned ? (
        <p className="text-13 text-ink-2">{t("theirs", { limits: words.whole(rule, inForce(rule)) })}</p>
      ) : null}
      <RuleFields form={form} rule={rule} />
    </FormDialog>
  );
}
