"use client";
import { CircleCheck, CloudOff, FileText, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Call } from "./call-state.ts";

/** How the call came out, why if it broke off, and where it is kept. */
export function CallOutcome({ call }: { call: Call }) {
  const t = useTranslations("playground");
  const { phase, fault, permit, retry_after_seconds, entries } = call;
  const isFailed = phase === "failed";
  if (!isFailed && phase !== "ended") return null;
  const Icon = isFailed ? TriangleAlert : CircleCheck;
  return (
    <li className="grid gap-2">
      <p
        role={isFailed ? "alert" : "status"}
        className={`flex items-start gap-2 rounded-control px-3 py-2 text-13 ${isFailed ? "bg-rejected-soft text-rejected" : "bg-sunken text-ink-2"}`}
      >
        <Icon size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        <span className="min-w-0 flex-1">
          {isFailed && fault
            ? t(`way_${fault}`)
            : `${t("call_ended")}. ${t(permit?.mode === "trial" ? "call_saved_trial" : "call_saved")}`}
          {retry_after_seconds !== null ? ` ${t("wait", { seconds: retry_after_seconds })}` : null}
        </span>
      </p>
      {permit && entries.length > 0 ? (
        <Link
          href={`/conversations/${permit.conversation_id}`}
          className="inline-flex min-h-6 w-fit items-center gap-1.5 rounded-chip font-medium text-13 text-accent-text hover:underline hover:underline-offset-4 pointer-coarse:min-h-11"
        >
          <FileText size={14} strokeWidth={1.75} aria-hidden />
          {t("open_saved")}
        </Link>
      ) : null}
    </li>
  );
}

/** Says what has not reached the server, where it counts. */
export function Unsaved({ call: { hasUnsaved, isEndUnsaved } }: { call: Call }) {
  const t = useTranslations("playground");
  if (!hasUnsaved && !isEndUnsaved) return null;
  return (
    <p
      role="status"
      className="flex shrink-0 items-center gap-2 bg-pending-soft px-4 py-2 text-13 text-pending md:px-5"
    >
      <CloudOff size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      {t(hasUnsaved ? "unsaved_lines" : "not_saved_end")}
    </p>
  );
}
