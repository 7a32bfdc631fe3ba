"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { BarredNotice } from "./barred-notice.tsx";
import { Owner } from "./owner.tsx";
import { StageBar } from "./stage-bar.tsx";
import type { Customer, Facts as CustomerFacts } from "./types.ts";

/** Who it is: name, number, stage, and what staff wrote down. */
export function CustomerSide({ customer, facts }: { customer: Customer; facts: CustomerFacts | undefined }) {
  const t = useTranslations("customers");
  const format = useFormat();
  const { name, phone, email, notes, owner, created_at } = customer;
  const numbers = facts?.merged ?? [];
  return (
    <aside
      aria-label={t("about")}
      className="border-line md:border-e md:[grid-column:1] lg:overflow-y-auto lg:[grid-row:1]"
    >
      <div className="grid gap-4 border-line border-b p-5">
        <div className="flex items-center gap-3.5">
          <PersonMark name={name} size="xl" />
          <div className="min-w-0">
            <h2 className="font-semibold text-20 [overflow-wrap:anywhere]" dir="auto">
              {name}
            </h2>
            <a href={`tel:${phone}`} className="text-13 text-muted hover:text-ink hover:underline">
              <Ltr>{format.phone(phone)}</Ltr>
            </a>
          </div>
        </div>
        {facts?.barred ? <BarredNotice customer={customer} barred={facts.barred} /> : null}
        <StageBar customer={customer} />
      </div>
      <Section title={t("facts")} last={!notes}>
        <Facts>
          <Fact name={t("email")}>
            {email ? (
              <a href={`mailto:${email}`} className="hover:underline">
                <CutText>
                  <Ltr>{email}</Ltr>
                </CutText>
              </a>
            ) : (
              <None />
            )}
          </Fact>
          <Fact name={t("owner")}>
            <Owner owner={owner} />
          </Fact>
          <Fact name={t("since")}>{format.day(created_at, { weekday: false, year: true })}</Fact>
          {numbers.length > 0 ? (
            <Fact name={t("other_numbers")}>
              <ul>
                {numbers.map((one) => (
                  <li key={one.id}>
                    <Ltr>{format.phone(one.phone)}</Ltr>
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
        </Facts>
      </Section>
      {notes ? (
        <Section title={t("notes")} last>
          <p dir="auto" className="whitespace-pre-wrap text-13 [overflow-wrap:anywhere]">
            {notes}
          </p>
        </Section>
      ) : null}
    </aside>
  );
}

function None() {
  return <span className="font-normal text-muted">—</span>;
}
