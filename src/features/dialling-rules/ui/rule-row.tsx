"use client";
import { TriangleAlert, UserRoundPen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { inForce, isWider } from "./limits.ts";
import type { Rule } from "./types.ts";
import { useRuleWords } from "./use-rule-words.ts";

type Props = {
  rule: Rule;
  /** The line for all others is nobody's to change. */
  onEdit?: () => void;
  onReset?: () => void;
};

/** Country, hours, days off, tries, and the button. */
export const ruleColumns = "md:grid-cols-[1.15fr_1.3fr_1.3fr_1.2fr_4.5rem]";

/** One country: what holds, and, where the company set its own, what would hold without. */
export function RuleRow({ rule, onEdit, onReset }: Props) {
  const t = useTranslations("calling");
  const words = useRuleWords();
  const limits = inForce(rule);
  const holidays = rule.own?.holidays.length ?? 0;
  const [a_day, a_week] = words.tries(limits);
  return (
    <li className="border-line border-b px-4 py-2.5 text-13 last:border-b-0">
      <div className={cx("grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2", ruleColumns)}>
        <div>
          <h3 className="font-semibold text-14">{words.country(rule)}</h3>
          {rule.calling_code ? <Ltr className="text-12 text-muted">{rule.calling_code}</Ltr> : null}
        </div>
        <div className="min-w-8 justify-self-end md:order-last">
          {onEdit ? (
            <Button
              size="sm"
              data-row={rule.country}
              onClick={onEdit}
              aria-label={t("edit_of", { country: words.country(rule) })}
            >
              {t("edit")}
            </Button>
          ) : null}
        </div>
        <dl className="contents">
          <Cell name={t("col_hours")}>{words.hours(limits)}</Cell>
          <Cell name={t("col_days")} under={holidays > 0 ? t("holidays_count", { count: holidays }) : null}>
            {words.days(rule, limits)}
          </Cell>
          <Cell name={t("col_tries")} under={a_week}>
            {a_day}
          </Cell>
        </dl>
      </div>
      {rule.country === null ? <p className="mt-1.5 text-12 text-muted">{t("others_help")}</p> : null}
      {rule.own ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          {isWider(rule.own, rule.usual) ? (
            <Chip tone="pending" icon={TriangleAlert}>
              {t("own_laxer")}
            </Chip>
          ) : (
            <Chip tone="line" icon={UserRoundPen}>
              {t("own")}
            </Chip>
          )}
          <p className="min-w-50 flex-1 text-12 text-muted">{t("usual", { limits: words.whole(rule, rule.usual) })}</p>
          <Button
            size="sm"
            tone="ghost"
            onClick={onReset}
            aria-label={t("reset_of", { country: words.country(rule) })}
            className="max-md:-ms-2.5 md:-me-2.5"
          >
            {t("reset")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** The head of the column says the name where there is room for one. */
function Cell({ name, under, children }: { name: string; under?: string | null; children: ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3 md:col-span-1 md:block">
      <dt className="text-12 text-muted md:sr-only">{name}</dt>
      <dd>
        {children}
        {under ? <span className="block">{under}</span> : null}
      </dd>
    </div>
  );
}
