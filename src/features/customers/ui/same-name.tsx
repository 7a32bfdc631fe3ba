"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { customerHref } from "./hrefs.ts";
import { useLikelySame } from "./likely-same.tsx";
import type { Customer } from "./types.ts";

/** Other records of the same name: perhaps the same person, under a second number. */
export function SameName({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const format = useFormat();
  const likely = useLikelySame(customer);
  if (likely.length === 0 || customer.merged_into) return null;
  return (
    <Section title={t("likely_same")} last>
      <ul className="grid gap-2.5">
        {likely.map((one) => (
          <li key={one.id} className="flex items-center gap-2.5">
            <PersonMark name={one.name} />
            <span className="min-w-0 text-13">
              <Link href={customerHref(one.id)} prefetch={false} className="block font-semibold hover:underline">
                <CutText>{one.name}</CutText>
              </Link>
              <small className="text-12 text-muted">
                <Ltr>{format.phone(one.phone)}</Ltr>
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
