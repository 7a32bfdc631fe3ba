"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The reason why approving is shut, in words. */
export function ClashNote({ children }: { children?: ReactNode }) {
  const t = useTranslations("bookings");
  return (
    <p className="flex items-start gap-1.5 text-13 text-rejected">
      <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      <span>{children ?? t("clash_short")}</span>
    </p>
  );
}
