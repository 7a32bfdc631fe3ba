"use client";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import type { Facts, fact_names } from "./ticket-values.ts";

type FactName = (typeof fact_names)[number];
export type Picks = Partial<Record<FactName, "mine" | "theirs">>;

type Props = {
  mine: Facts;
  theirs: Facts;
  picks: Picks;
  onPick: (name: FactName, whose: "mine" | "theirs") => void;
};

/** Two versions of one ticket side by side, wherever they differ; each fact keeps the one that is picked. */
export function Versions({ mine, theirs, picks, onPick }: Props) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const format = useFormat();
  const shown = (facts: Facts, name: FactName) => {
    if (name === "category") return words(`category_${facts.category}`);
    if (name === "priority") return words(`priority_${facts.priority}`);
    if (name === "due_at") return facts.due_at ? format.dayTime(facts.due_at) : t("due_without");
    return facts[name] || t("empty_value");
  };
  const names: FactName[] = Object.keys(picks) as FactName[];
  return (
    <section aria-label={t("versions")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-13 text-ink-2">{t("versions_help")}</p>
      {names.map((name) => (
        <RadioGroup.Root
          key={name}
          aria-label={t(`fact_${name}`)}
          value={picks[name] ?? "mine"}
          onValueChange={(whose) => onPick(name, whose === "mine" ? "mine" : "theirs")}
          className="grid grid-cols-[minmax(0,1fr)] gap-1.5"
        >
          <span className="font-medium text-13" aria-hidden>
            {t(`fact_${name}`)}
          </span>
          <div className="grid gap-2 md:grid-cols-2">
            <Version whose="mine" label={t("mine")} picked={picks[name] === "mine"} text={shown(mine, name)} />
            <Version whose="theirs" label={t("theirs")} picked={picks[name] === "theirs"} text={shown(theirs, name)} />
          </div>
        </RadioGroup.Root>
      ))}
    </section>
  );
}

type VersionProps = { whose: "mine" | "theirs"; label: string; text: string; picked: boolean };

function Version({ whose, label, text, picked }: VersionProps) {
  return (
    <RadioGroup.Item
      value={whose}
      className={cx(
        "group grid content-start gap-1 rounded-control border px-3 py-2 text-start transition-colors duration-120",
        picked ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-hover",
      )}
    >
      <span className="flex items-center gap-2 font-medium text-12 text-ink-2">
        <span className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control bg-raised group-data-[state=checked]:border-accent">
          <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
        </span>
        {label}
      </span>
      <span dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-line text-14 [overflow-wrap:anywhere]">
        {text}
      </span>
    </RadioGroup.Item>
  );
}
