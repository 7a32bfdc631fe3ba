"use client";
import { useTranslations } from "next-intl";

const first = ["search", "budget", "ticket", "person"] as const;
const later = ["budget", "booking", "ticket", "person"] as const;

type Props = { isNew: boolean; disabled: boolean; onSay: (text: string) => void };

/** What customers often say, at a press. */
export function QuickReplies({ isNew, disabled, onSay }: Props) {
  const t = useTranslations("playground");
  return (
    <ul
      aria-label={t("quick")}
      className="bare-scroll flex shrink-0 gap-2 overflow-x-auto px-4 pt-1 pb-3 md:flex-wrap md:px-5"
    >
      {(isNew ? first : later).map((name) => (
        <li key={name} className="shrink-0">
          <button
            type="button"
            disabled={disabled}
            onClick={() => onSay(t(`quick_${name}`))}
            className="touch h-8 rounded-control border border-line-strong px-3 text-13 text-ink-2 transition-colors duration-120 hover:bg-hover hover:text-ink disabled:border-line disabled:text-muted"
          >
            {t(`quick_${name}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
