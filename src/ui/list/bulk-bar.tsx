"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../icon-button.tsx";
import { useShortcut } from "../use-shortcut.ts";
import type { Selection } from "./selection.ts";

/** What can be done with the chosen rows; stands over the end of the list while anything is chosen. */
export function BulkBar({ selection, children }: { selection: Selection; children: ReactNode }) {
  const t = useTranslations("lists");
  const count = selection.ids.size;
  useShortcut("escape", count > 0 ? selection.clear : null);
  if (count === 0) return null;
  return (
    <section
      aria-label={t("bulk")}
      className="sticky bottom-19 z-10 mx-4 mb-4 flex animate-rise flex-wrap items-center gap-2 rounded-card border border-line bg-raised px-3 py-2 shadow-raised md:bottom-4 md:mx-6"
    >
      <IconButton label={t("unselect")} icon={X} keys="Esc" onClick={selection.clear} />
      <span role="status" className="me-auto font-medium text-13">
        {t("selected", { count })}
      </span>
      {children}
    </section>
  );
}
