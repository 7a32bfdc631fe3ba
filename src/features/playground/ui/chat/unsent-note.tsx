"use client";
import { CloudOff, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSignedOut } from "#trpc/signed-out.ts";
import { Button } from "#ui/button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useOnline } from "../use-online.ts";
import type { Unsent } from "./use-chat.ts";

const known = ["OFFLINE", "UNAUTHORIZED", "FORBIDDEN", "TOO_MANY_REQUESTS", "busy", "CONFLICT", "NOT_FOUND"] as const;

/** Why the line that stands in the box again was not sent, or why it would not go now. */
export function UnsentNote({ unsent, onResend }: { unsent: Unsent | null; onResend: () => void }) {
  const t = useTranslations("playground");
  const isOut = useSignedOut();
  const isOnline = useOnline();
  if (!unsent && isOnline && !isOut) return null;
  const failure = unsent?.failure;
  const code = known.find((code) => code === failure?.reason || code === failure?.code) ?? "other";
  const wait = failure?.retry_after_seconds;
  return (
    <div
      role="status"
      className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control bg-rejected-soft px-3 py-2 text-13 text-rejected"
    >
      <CloudOff size={15} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-40 flex-1">
        {unsent ? t(`unsent_${code}`) : t(isOut ? "signed_out" : "offline")}
        {wait === undefined ? null : ` ${t("wait", { seconds: wait })}`}
        {unsent?.failure.request_id && code === "other" ? (
          <>
            {" "}
            <Ltr className="select-all text-12">{unsent.failure.request_id}</Ltr>
          </>
        ) : null}
      </span>
      {unsent && isOnline && !isOut ? (
        <Button icon={RotateCw} size="sm" onClick={onResend}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
