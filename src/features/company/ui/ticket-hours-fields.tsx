"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ticket_priorities } from "#drizzle/values.ts";
import { Block } from "#ui/block.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import type { Values } from "./values.ts";

/** Within how many working hours a ticket should be solved, the most urgent first. */
export function TicketHoursFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const words = useTranslations("words");
  const id = useId();
  const hours = form.values.ticket_hours;
  const problem = form.problems.ticket_hours;
  return (
    <Block title={t("ticket_hours")}>
      <fieldset data-field="ticket_hours" className="min-w-0 border-line border-t px-4 py-4">
        <legend className="sr-only">{t("ticket_hours")}</legend>
        <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
          {ticket_priorities.toReversed().map((priority) => (
            <div key={priority} className="grid gap-1.5">
              <label htmlFor={`${id}-${priority}`} className="font-medium text-13">
                {words(`priority_${priority}`)}
              </label>
              <Input
                id={`${id}-${priority}`}
                dir="ltr"
                inputMode="decimal"
                className="text-start rtl:text-end"
                aria-describedby={`${id}-note`}
                aria-invalid={problem ? true : undefined}
                value={hours[priority]}
                onChange={(event) => form.set("ticket_hours", { ...hours, [priority]: event.target.value })}
                trailing={<span className="shrink-0 text-12 text-muted">{t("ticket_hours_unit")}</span>}
              />
            </div>
          ))}
        </div>
        {problem ? (
          <p
            id={`${id}-note`}
            role="alert"
            className="mt-3 flex animate-rise items-start gap-1.5 text-13 text-rejected"
          >
            <CircleAlert size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
            {t("ticket_hours_range")}
          </p>
        ) : (
          <p id={`${id}-note`} className="mt-3 text-12 text-muted">
            {t("ticket_hours_help")}
          </p>
        )}
      </fieldset>
    </Block>
  );
}
