"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Block } from "#ui/block.tsx";
import { cx } from "#ui/cx.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { focusRow } from "#ui/list/split-view.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { RuleRow, ruleColumns } from "./rule-row.tsx";
import type { CountryRule, Rule } from "./types.ts";

const RuleDialog = dynamic(() => import("./rule-dialog.tsx").then((part) => part.RuleDialog));
const ResetDialog = dynamic(() => import("./reset-dialog.tsx").then((part) => part.ResetDialog));

type Asked = { act: "edit" | "reset"; country: string };

/** When and how often campaigns may call, country by country. */
export function RulesBlock() {
  const t = useTranslations("calling");
  const asked = api.diallingRules.list.useQuery({});
  const [open, setOpen] = useState<Asked | null>(null);
  const opened = asked.data?.rules.filter(isOfCountry).find(({ country }) => country === open?.country);
  const close = () => setOpen(null);
  // The button that asked goes with the company's own limits: the keyboard stays at the country. The rows come first, or the
  // focus would go back to that button and be lost with it; and the dialog is gone at once, or it would hold the focus.
  const leaveReset = async (country: string) => {
    await asked.refetch();
    flushSync(close);
    focusRow(country);
  };
  return (
    <Block title={t("rules")}>
      <p className="border-line border-t px-4 py-3 text-13 text-ink-2">{t("rules_intro")}</p>
      {asked.data ? (
        <RuleRows rules={asked.data.rules} onAsk={setOpen} />
      ) : asked.isError ? (
        <ErrorPanel
          request_id={failureOf(asked.error).request_id}
          onRetry={() => void asked.refetch()}
          busy={asked.isRefetching}
        />
      ) : (
        <Skeleton className="mx-4 mb-4 h-130 animate-late" />
      )}
      {opened && open?.act === "edit" ? <RuleDialog rule={opened} onClose={close} /> : null}
      {opened && open?.act === "reset" ? (
        <ResetDialog rule={opened} onClose={close} onReset={() => void leaveReset(opened.country)} />
      ) : null}
    </Block>
  );
}

const isOfCountry = (rule: Rule): rule is CountryRule => rule.country !== null;

function RuleRows({ rules, onAsk }: { rules: readonly Rule[]; onAsk: (asked: Asked) => void }) {
  const t = useTranslations("calling");
  return (
    <>
      <div
        aria-hidden
        className={cx(
          "hidden h-9 items-center gap-x-4 border-line border-y bg-sunken px-4 font-medium text-12 text-muted md:grid",
          ruleColumns,
        )}
      >
        <span>{t("col_country")}</span>
        <span>{t("col_hours")}</span>
        <span>{t("col_days")}</span>
        <span>{t("col_tries")}</span>
      </div>
      <ul aria-label={t("rules_list")} className="max-md:border-line max-md:border-t">
        {rules.map((rule) => (
          <RuleRow
            key={rule.country ?? "others"}
            rule={rule}
            {...(isOfCountry(rule) && {
              onEdit: () => onAsk({ act: "edit", country: rule.country }),
              onReset: () => onAsk({ act: "reset", country: rule.country }),
            })}
          />
        ))}
      </ul>
    </>
  );
}
