"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { BulkBar } from "#ui/list/bulk-bar.tsx";
import type { Selection } from "#ui/list/selection.ts";
import { BulkResult } from "./bulk-result.tsx";
import { useRefusal } from "./refusal.ts";
import type { ApprovedBookings, Booking } from "./types.ts";

const most = 100;

/** Approves what is chosen and still waits; says how many it could not, and why each. */
export function BulkApprove({ rows, selection }: { rows: readonly Booking[]; selection: Selection }) {
  const t = useTranslations("bookings");
  const [result, setResult] = useState<ApprovedBookings | null>(null);
  const approve = useAct(api.bookings.approveMany, {
    parts: ["bookings", "stats"],
    done: ({ done, failed }) => (failed.length === 0 ? t("bulk_done", { count: done.length }) : null),
    refused: useRefusal(),
  });
  const waiting = rows.filter(({ id, status }) => status === "pending" && selection.has(id)).slice(0, most);
  const press = async () => {
    const answer = await approve
      .ask({ bookings: waiting.map(({ id, version }) => ({ id, version })) })
      .catch(() => null); // The act has told it.
    if (!answer) return;
    if (answer.failed.length > 0) setResult(answer);
    else selection.clear();
  };
  return (
    <>
      <BulkBar selection={selection}>
        {waiting.length < selection.ids.size ? (
          <span className="text-12 text-muted">{t("bulk_only_pending")}</span>
        ) : null}
        <Button
          tone="primary"
          icon={Check}
          busy={approve.isBusy}
          disabled={waiting.length === 0}
          onClick={() => void press()}
        >
          {t("bulk_approve", { count: waiting.length })}
        </Button>
      </BulkBar>
      {result ? (
        <BulkResult
          result={result}
          onClose={() => {
            setResult(null);
            selection.clear();
          }}
        />
      ) : null}
    </>
  );
}
