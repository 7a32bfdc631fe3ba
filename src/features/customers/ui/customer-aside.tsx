"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useAgo, usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { history_subjects } from "../subjects.ts";
import { customerHref } from "./hrefs.ts";
import { NextViewing } from "./next-viewing.tsx";
import { SameName } from "./same-name.tsx";
import type { Customer } from "./types.ts";

/** What comes next, what the customer asked about, and the numbers, each of which opens what it counts. */
export function CustomerAside({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const facts = api.customers.facts.useQuery({ id: customer.id });
  const format = useFormat();
  const ago = useAgo();
  const title = usePropertyTitle();
  const place =
    "border-line max-lg:border-t md:border-e md:[grid-column:1] lg:border-e-0 lg:border-s lg:overflow-y-auto lg:[grid-column:3] lg:[grid-row:1]";
  if (!facts.data) {
    return (
      <aside aria-label={t("beside")} className={place}>
        {facts.isError ? (
          <ErrorPanel request_id={failureOf(facts.error).request_id} onRetry={() => void facts.refetch()} />
        ) : (
          <Skeleton className="m-5 h-40" />
        )}
      </aside>
    );
  }
  const { next_viewing, asked_about, counts, last_contact_at } = facts.data;
  return (
    <aside aria-label={t("beside")} className={place}>
      {counts.viewings === undefined ? null : (
        <Section title={t("next")}>
          {next_viewing ? <NextViewing viewing={next_viewing} /> : <p className="text-13 text-muted">{t("no_next")}</p>}
        </Section>
      )}
      {asked_about.length > 0 ? (
        <Section title={t("asked_about")}>
          <ul className="grid gap-3">
            {asked_about.map((property) => (
              <li key={property.id} className="flex items-center gap-2.5">
                <PlanGlyph kind={property.kind} />
                <span className="min-w-0 text-13">
                  <b className="block font-semibold">
                    <CutText>{title(property)}</CutText>
                  </b>
                  <small className="text-12 text-muted">{format.money(property.price, property.currency)}</small>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {/* A phone has them on the tabs already. */}
      <div className="max-md:hidden">
        <Section title={t("numbers")}>
          <Facts>
            {history_subjects.map((subject) => {
              const count = counts[subject];
              if (count === undefined || subject === "stages") return null;
              return (
                <Fact key={subject} name={t(`show_${subject}`)}>
                  <Link
                    href={`${customerHref(customer.id)}?show=${subject}`}
                    aria-label={`${t(`show_${subject}`)} ${format.number(count)}`}
                    // As wide as its line: a digit alone is too small to press.
                    className="-my-0.5 block py-0.5 hover:underline"
                  >
                    {format.number(count)}
                  </Link>
                </Fact>
              );
            })}
            <Fact name={t("col_contact")}>{last_contact_at ? ago(last_contact_at) : t("no_contact")}</Fact>
          </Facts>
        </Section>
      </div>
      <SameName customer={customer} />
    </aside>
  );
}
