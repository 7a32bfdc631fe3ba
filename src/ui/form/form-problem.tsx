"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Failure } from "#trpc/failure.ts";
import { Ltr } from "../ltr.tsx";

const words = {
  OFFLINE: "problem_offline",
  SERVICE_UNAVAILABLE: "problem_offline",
  CONFLICT: "problem_conflict",
  FORBIDDEN: "problem_forbidden",
  NOT_FOUND: "problem_gone",
  TOO_MANY_REQUESTS: "problem_limit",
} as const;
const known: Record<string, (typeof words)[keyof typeof words] | undefined> = words;

/** Why a form could not be saved, when no single field is to blame. What was typed is still there, and it says so. */
export function FormProblem({ failure }: { failure: Failure | null }) {
  const t = useTranslations("forms");
  if (!failure || failure.code === "UNAUTHORIZED") return null;
  return (
    <div
      role="alert"
      className="flex animate-rise items-start gap-2.5 rounded-control bg-rejected-soft px-3 py-2.5 text-13 text-rejected"
    >
      <CircleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      <div>
        <p>{t(known[failure.code] ?? "problem")}</p>
        {failure.request_id && !known[failure.code] ? (
          <p className="mt-0.5 text-12">
            {t.rich("request", { id: failure.request_id, bdi: (chunks) => <Ltr className="select-all">{chunks}</Ltr> })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
