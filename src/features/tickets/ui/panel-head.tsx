"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { StepButtons } from "#ui/list/step-buttons.tsx";
import type { useSteps } from "#ui/list/use-steps.ts";
import { Ltr } from "#ui/ltr.tsx";
import { DueChip, PriorityChip, TicketStatusChip } from "./ticket-chips.tsx";
import type { Ticket } from "./types.ts";
import { useDue } from "./use-due.ts";

type Props = {
  ticket: Ticket;
  steps: ReturnType<typeof useSteps>;
  total: number;
  onClose: () => void;
  onEdit: () => void;
  fresh: boolean;
};

export function PanelHead({ ticket, steps, total, onClose, onEdit, fresh }: Props) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const ago = useAgo();
  const due = useDue();
  return (
    <header className={`border-line border-b px-5 py-3.5 ${fresh ? "animate-flash" : ""}`}>
      <div className="mb-2 flex items-center gap-2">
        <TicketStatusChip status={ticket.status} />
        <PriorityChip ticket={ticket} />
        <StepButtons steps={steps} total={total} onClose={onClose} />
      </div>
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-semibold text-17 [overflow-wrap:anywhere]" dir="auto">
          {ticket.subject}
        </h2>
        <IconButton label={t("edit")} icon={Pencil} keys="D" onClick={onEdit} className="-my-0.5" />
      </div>
      <p className="mb-2 text-13 text-muted">
        <Ltr>{ticket.reference}</Ltr> · {words(`category_${ticket.category}`)} ·{" "}
        {t("opened", { when: ago(ticket.created_at) })}
      </p>
      <DueChip due={due(ticket)} />
    </header>
  );
}
