"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { useMay } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Facts } from "./types.ts";

/** The viewing that comes next, as a leaf of a calendar; one that waits is decided here. */
export function NextViewing({ viewing }: { viewing: NonNullable<Facts["next_viewing"]> }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const title = usePropertyTitle();
  const decides = useMay("bookings.decide");
  const { id, version, status, starts_at, property, staff } = viewing;
  const leaf = format.leaf(starts_at);
  const approve = useAct(api.bookings.approve, {
    parts: ["customers", "bookings", "stats"],
    show: (input) => ({ id: input.id, change: { status: "approved" } }),
    done: () => t("approved"),
    refused: ({ reason }) => (reason?.startsWith("overlap") ? { title: t("overlap") } : null),
  });
  return (
    <>
      <div className="flex items-center gap-3">
        <span
          aria-hidden
          className="w-12 shrink-0 overflow-hidden rounded-[9px] border border-line text-center leading-[1.3]"
        >
          <small className="block bg-accent-soft py-0.5 font-medium text-11 text-accent-text">{leaf.month}</small>
          <b className="block py-0.75 font-semibold text-17">{leaf.day}</b>
        </span>
        <span className="min-w-0 flex-1 text-13">
          <b className="block font-semibold text-14">
            <CutText>{title(property)}</CutText>
          </b>
          <span className="block text-muted">{format.dayTime(starts_at)}</span>
          {staff ? (
            <span className="block text-12 text-muted">
              {t.rich("shown_by", { name: staff.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
            </span>
          ) : null}
        </span>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {status === "pending" && decides ? (
          <Button
            tone="primary"
            size="sm"
            icon={Check}
            className="flex-1"
            busy={approve.isBusy}
            onClick={() => approve.run({ id, version })}
          >
            {t("approve")}
          </Button>
        ) : (
          <StatusChip status={status}>{words(`booking_${status}`)}</StatusChip>
        )}
        <LinkButton href={`/bookings?when=all&booking=${id}`} prefetch={false} size="sm" className="ms-auto">
          {t("open_viewing")}
        </LinkButton>
      </div>
    </>
  );
}
