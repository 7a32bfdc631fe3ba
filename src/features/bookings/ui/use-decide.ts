"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { useRefusal } from "./refusal.ts";
import type { Booking } from "./types.ts";

/** Approve, reject, call off and complete. When a colleague was first, his decision is shown instead of ours. */
export function useDecide() {
  const t = useTranslations("bookings");
  const refused = useRefusal();
  const { id, name, gender } = useMe();

  const parts = ["bookings", "stats"] as const;
  const shown = (status: "approved" | "rejected" | "cancelled", reject_reason: string | null) => ({
    status,
    reject_reason,
    decided_by: { id, name, gender },
    decided_at: new Date().toISOString(),
    clashes: 0,
  });
  const said =
    (key: "approved_toast" | "rejected_toast" | "cancelled_toast" | "completed_toast") => (booking: Booking) =>
      t(key, { name: isolate(booking.customer.name) });

  const approve = useAct(api.bookings.approve, {
    parts,
    show: (input) => ({ id: input.id, change: shown("approved", null) }),
    done: said("approved_toast"),
    refused,
  });
  const reject = useAct(api.bookings.reject, {
    parts,
    show: (input) => ({ id: input.id, change: shown("rejected", input.reason ?? null) }),
    done: said("rejected_toast"),
    refused,
  });
  const cancel = useAct(api.bookings.cancel, {
    parts,
    show: (input) => ({ id: input.id, change: shown("cancelled", input.reason ?? null) }),
    done: said("cancelled_toast"),
    refused,
  });
  const complete = useAct(api.bookings.complete, {
    parts,
    show: (input) => ({ id: input.id, change: { status: "completed" } }),
    done: said("completed_toast"),
    refused,
  });
  const acts = [approve, reject, cancel, complete];

  return {
    approve: ({ id, version }: Booking) => approve.run({ id, version }),
    reject: ({ id, version }: Booking, reason: string) => reject.run({ id, version, reason }),
    cancel: ({ id, version }: Booking, reason: string) => cancel.run({ id, version, reason: reason || null }),
    complete: ({ id, version }: Booking) => complete.run({ id, version }),
    isBusy: ({ id }: Booking) => acts.some((act) => act.isBusyFor(id)),
  };
}
