"use client";
import { Archive, CircleCheck, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { isUnsolved, type Ticket } from "./types.ts";
import type { TicketActs } from "./use-ticket-acts.ts";

type Props = { ticket: Ticket; acts: TicketActs; onResolve: () => void };

/** The next steps that the ticket's state allows. */
export function TicketActions({ ticket, acts, onResolve }: Props) {
  const t = useTranslations("tickets");
  const busy = acts.isBusy(ticket);
  return (
    <div className="flex shrink-0 gap-2 border-line border-t bg-surface px-5 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      {isUnsolved(ticket) ? (
        <>
          <Button
            tone="primary"
            icon={CircleCheck}
            className="flex-1"
            busy={busy}
            onClick={onResolve}
            trailing={<Kbd tone="inherit">E</Kbd>}
          >
            {t("resolve")}
          </Button>
          {ticket.status === "open" ? (
            <Button icon={Play} busy={busy} onClick={() => acts.start(ticket)}>
              {t("start")}
            </Button>
          ) : null}
          <IconButton
            tone="default"
            size="md"
            label={t("close_ticket")}
            icon={Archive}
            busy={busy}
            onClick={() => acts.close(ticket)}
          />
        </>
      ) : (
        <>
          <Button icon={RotateCcw} className="flex-1" busy={busy} onClick={() => acts.reopen(ticket)}>
            {t("reopen")}
          </Button>
          {ticket.status === "resolved" ? (
            <Button icon={Archive} busy={busy} onClick={() => acts.close(ticket)}>
              {t("close_ticket")}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}
