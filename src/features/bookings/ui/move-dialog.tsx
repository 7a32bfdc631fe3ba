"use client";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { dayAndClock } from "#i18n/zoned.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { TimeFields } from "./time-fields.tsx";
import type { Booking } from "./types.ts";
import { useTimeCheck } from "./use-time-check.ts";
import { useViewingForm } from "./use-viewing-form.ts";

/** Another time for a viewing. An approved one keeps its approval, and so cannot go where something approved is. */
export function MoveDialog({ booking: opened, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const title = usePropertyTitle();
  // Whatever a colleague changes meanwhile: saving again after a refusal builds on what is shown by then.
  const booking = api.bookings.one.useQuery({ id: opened.id }).data?.booking ?? opened;
  const move = useAct(api.bookings.reschedule, {
    parts: ["bookings", "stats"],
    done: ({ customer, starts_at }) =>
      t("moved_toast", { name: isolate(customer.name), when: format.dayTime(starts_at) }),
    refused: () => "quiet",
  });
  const form = useViewingForm(
    {
      customer: { id: opened.customer_id, text: opened.customer.name },
      property: { id: opened.property_id, text: title(opened.property) },
      ...dayAndClock(opened.starts_at, format.time_zone),
      minutes: String((Date.parse(opened.ends_at) - Date.parse(opened.starts_at)) / 60_000),
      staff_id: opened.staff_id,
      notes: "",
    },
    {
      blocked: () => (booking.status === "approved" && check.clash ? "overlap" : null),
      send: async ({ staff_id }, times) => {
        await move.ask({ id: booking.id, version: booking.version, staff_id, ...times });
        onClose();
      },
    },
  );
  const check = useTimeCheck(form.values, booking.id);
  return (
    <FormDialog
      form={form}
      wide
      title={t("move_title")}
      description={
        <>
          <bdi>{booking.customer.name}</bdi> · {title(booking.property)} · {format.dayTime(booking.starts_at)}
        </>
      }
      submit={t("move_confirm")}
      onClose={onClose}
    >
      <TimeFields form={form} check={check} />
      {booking.status === "approved" ? <p className="text-12 text-muted">{t("move_keeps")}</p> : null}
    </FormDialog>
  );
}
