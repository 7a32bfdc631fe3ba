"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { TicketFields } from "./ticket-fields.tsx";
import { checkTicket, dueOf, type Facts, fact_names, type TicketValues, valuesOf } from "./ticket-values.ts";
import { isTicket, type Ticket } from "./types.ts";
import { type Picks, Versions } from "./versions.tsx";

/** Edits what a ticket says of itself. When a colleague saved first, both versions are shown, and nothing is overwritten
 *  that was not picked. */
export function EditDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const t = useTranslations("tickets");
  const { time_zone } = useFormat();
  // As it was when the dialog opened: what others change meanwhile must not slip in unseen.
  const [base] = useState(ticket);
  const [theirs, setTheirs] = useState<Ticket | null>(null);
  const [picks, setPicks] = useState<Picks>({});

  const update = useAct(api.tickets.update, {
    parts: ["tickets", "live"],
    done: ({ reference }) => t("edited_toast", { reference: isolateLtr(reference) }),
    refused: () => "quiet",
  });
  const mineOf = (values: TicketValues): Facts => ({
    subject: values.subject.trim(),
    description: values.description.trim() || null,
    category: values.category,
    priority: values.priority,
    due_at: sameMinute(dueOf(values, time_zone) ?? null, base.due_at),
  });
  const form = useForm<TicketValues>(valuesOf(base, time_zone), {
    check: checkTicket,
    send: async (values) => {
      const mine = mineOf(values);
      const against = theirs ?? base;
      const kept = fact_names.filter((name) => mine[name] !== against[name] && (!theirs || picks[name] === "mine"));
      if (kept.length > 0) {
        const facts: Partial<Facts> = Object.fromEntries(kept.map((name) => [name, mine[name]]));
        await update.ask({ id: base.id, version: against.version, ...facts }).catch((error: unknown) => {
          const { current } = failureOf(error);
          if (isTicket(current)) {
            setTheirs(current);
            setPicks(picksBetween(base, mine, current));
          }
          throw error;
        });
      }
      onClose();
    },
    rename: { due_at: "due_day" },
  });
  return (
    <FormDialog
      form={form}
      title={t("edit_title")}
      description={<bdi dir="ltr">{base.reference}</bdi>}
      submit={theirs ? t("save_chosen") : t("save")}
      onClose={onClose}
      wide
    >
      {theirs ? (
        <Versions
          mine={mineOf(form.values)}
          theirs={theirs}
          picks={picks}
          onPick={(name, whose) => setPicks((held) => ({ ...held, [name]: whose }))}
        />
      ) : (
        <TicketFields form={form} modes={["own", "none"]} due_help={t("due_follows")} />
      )}
    </FormDialog>
  );
}

/** Where the two differ; what only one of them changed keeps that change until it is picked otherwise. */
function picksBetween(base: Facts, mine: Facts, theirs: Facts): Picks {
  const differing = fact_names.filter((name) => mine[name] !== theirs[name]);
  return Object.fromEntries(differing.map((name) => [name, mine[name] === base[name] ? "theirs" : "mine"]));
}

/** The fields hold no seconds: a time that was not touched is the one that was there. */
function sameMinute(own: string | null, was: string | null): string | null {
  return own && was && Math.floor(Date.parse(own) / 60_000) === Math.floor(Date.parse(was) / 60_000) ? was : own;
}
