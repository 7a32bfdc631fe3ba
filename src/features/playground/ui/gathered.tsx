"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useAgentName } from "./agent-name.ts";
import { type Gathered, gatheredFrom } from "./gathered-facts.ts";
import type { Agent, Step } from "./types.ts";

const kinds = ["villa", "apartment", "townhouse", "plot", "office"] as const;

/** What the machine has written down so far; not there before it has anything. */
export function GatheredFacts({ agent, steps }: { agent: Agent; steps: readonly Step[] }) {
  const t = useTranslations("playground");
  const name = useAgentName(agent);
  const shown = useShown();
  const facts = shown(gatheredFrom(steps));
  if (facts.length === 0) return null;
  return (
    <section className="shrink-0 animate-fade border-line border-t px-4 py-2.5 md:px-5">
      <h3 className="mb-1 font-medium text-12 text-muted max-md:sr-only">
        {t.rich("gathered", { name, gender: agent.gender, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      </h3>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-13 max-md:gap-x-4">
        {facts.map(([fact, value]) => (
          <div key={fact} className="min-w-0 max-md:flex max-md:items-baseline max-md:gap-1.5">
            <dt className="text-12 text-muted">{t(`fact_${fact}`)}</dt>
            <dd className="cut font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The facts that there are, as the page writes them. */
function useShown() {
  const t = useTranslations("playground");
  const words = useTranslations("words");
  const format = useFormat();
  const { currency } = useMe().company;
  return (gathered: Gathered): [keyof Gathered, ReactNode][] => {
    const write = (fact: keyof Gathered, value: string): ReactNode => {
      const number = Number(value);
      if (fact === "kind") {
        const known = kinds.find((kind) => kind === value);
        return known ? words(`kind_${known}`) : value;
      }
      if (fact === "budget" && Number.isFinite(number)) {
        return t("up_to", { amount: format.money(String(number), currency) });
      }
      if (fact === "rooms" && Number.isFinite(number)) return format.number(number);
      if (fact === "booking" && !Number.isNaN(Date.parse(value))) return format.dayTime(new Date(value).toISOString());
      if (fact === "ticket") return <Ltr>{value}</Ltr>;
      return <bdi>{value}</bdi>;
    };
    const order = ["name", "kind", "district", "rooms", "budget", "booking", "ticket"] as const;
    return order.flatMap((fact) => {
      const value = gathered[fact];
      return value === null ? [] : [[fact, write(fact, value)]];
    });
  };
}
