"use client";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { usePresence } from "./use-presence.ts";

/** Who else has it open, so that two do not answer the same customer. */
export function ViewersNote({ id }: { id: string }) {
  const t = useTranslations("tickets");
  const viewers = usePresence(id);
  return (
    <div aria-live="polite">
      {viewers.length > 0 ? (
        <p className="flex animate-rise items-center gap-2 border-line border-b bg-pending-soft px-5 py-2 text-13 text-pending">
          <Eye size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
          <span className="min-w-0 flex-1">
            {t("viewing", {
              count: viewers.length,
              gender: viewers[0]?.gender ?? "male",
              names: viewers.map(({ name }) => isolate(name)).join(t("and")),
            })}
          </span>
          <span className="flex gap-0.5">
            {viewers.slice(0, 3).map(({ id, name }) => (
              <PersonMark key={id} name={name} kind="staff" size="sm" />
            ))}
          </span>
        </p>
      ) : null}
    </div>
  );
}
