"use client";
import { Scissors } from "lucide-react";
import { useTranslations } from "next-intl";

/** Below a machine's answer that broke off. */
export function CutMark() {
  const t = useTranslations("words");
  return (
    <p className="flex items-center gap-1.5 text-12 text-rejected">
      <Scissors size={13} strokeWidth={1.75} aria-hidden />
      {t("cut_mark")}
    </p>
  );
}
