"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useMe } from "#trpc/me.tsx";
import { notify } from "#ui/toast.tsx";
import { holdBookings, restoreBookings, showBooking } from "./cache.ts";
import type { Booking } from "./types.ts";
import { useDecision } from "./words.ts";

/** Approve and reject: shown at once, taken back with the reason when the server refuses. When a colleague was first,
 *  his decision is shown instead of ours. */
export function useDecide() {
  const t = useTranslations("bookings");
  const queries = useQueryClient();
  const decision = useDecision();
  const { id, name, gender } = useMe();

  const attempt = async (booking: { id: string }, status: "approved" | "rejected", reject_reason: string | null) => {
    const snapshot = await holdBookings(queries);
    const decided = { status, reject_reason, decided_by: { id, name, gender }, decided_at: new Date().toISOString() };
    showBooking(queries, booking.id, (held) => ({ ...held, ...decided, clashes: 0 }));
    return { snapshot };
  };
  const settle = () => {
    void queries.invalidateQueries({ queryKey: [["bookings"]] });
    void queries.invalidateQueries({ queryKey: [["stats"]] });
  };
  const refused = (error: unknown, bookingId: string, held: Awaited<ReturnType<typeof attempt>> | undefined) => {
    if (held) restoreBookings(queries, held.snapshot);
    const { code, reason, current, request_id } = failureOf(error);
    const now = isBooking(current) && current.id === bookingId ? current : null;
    if (now) showBooking(queries, bookingId, () => now);
    if (code === "UNAUTHORIZED") return;
    if (code === "CONFLICT") {
      const theirs = now && reason === "already_decided" ? decision(now) : null;
      const known =
        reason === "stale" || reason === "overlap_property" || reason === "overlap_staff" ? reason : "conflict";
      notify.news(
        theirs ?? t(known, { name: isolate(now?.staff?.name ?? "") }),
        theirs ? { description: t("not_written_twice") } : {},
      );
      return;
    }
    if (code === "NOT_FOUND" || code === "FORBIDDEN")
      return notify.failed(t(code === "FORBIDDEN" ? "not_allowed" : "gone"));
    notify.failed(t("save_failed"), {
      description: request_id ? t("request_number", { id: isolate(request_id) }) : t("save_failed_offline"),
    });
  };

  const approve = api.bookings.approve.useMutation({
    onMutate: (input) => attempt(input, "approved", null),
    onError: (error, input, held) => refused(error, input.id, held),
    onSuccess: (booking) => {
      showBooking(queries, booking.id, () => booking);
      notify.done(t("approved_toast", { name: isolate(booking.customer.name) }));
    },
    onSettled: settle,
  });
  const reject = api.bookings.reject.useMutation({
    onMutate: (input) => attempt(input, "rejected", input.reason ?? null),
    onError: (error, input, held) => refused(error, input.id, held),
    onSuccess: (booking) => {
      showBooking(queries, booking.id, () => booking);
      notify.done(t("rejected_toast", { name: isolate(booking.customer.name) }));
    },
    onSettled: settle,
  });

  return {
    approve: ({ id, version }: Booking) => approve.mutate({ id, version }),
    reject: ({ id, version }: Booking, reason: string) => reject.mutate({ id, version, reason }),
    isBusy: (booking: Booking) =>
      (approve.isPending && approve.variables.id === booking.id) ||
      (reject.isPending && reject.variables.id === booking.id),
  };
}

/** The row that a conflict carries has the shape of the procedure's own output; this tells it from anything else. */
function isBooking(value: unknown): value is Booking {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "status" in value &&
    "customer" in value &&
    "property" in value
  );
}
