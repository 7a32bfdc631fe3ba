"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { Chip, StatusChip, type Tone } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Entry } from "./types.ts";

type Of<Kind extends Entry["kind"]> = Extract<Entry, { kind: Kind }>;

const outcome_tones: Record<string, Tone | undefined> = {
  booked: "approved",
  answered: "approved",
  interested: "approved",
  failed: "rejected",
  not_interested: "paused",
  dialling: "running",
  handed_over: "open",
  ticket_opened: "open",
};

/** Whether there is more to see than the sentence says. */
export function hasBox(entry: Entry): boolean {
  if (entry.kind === "stage_change") return false;
  if (entry.kind === "booking_decision") return Boolean(entry.reject_reason);
  return true;
}

export function HistoryBox({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case "conversation":
      return <Talk entry={entry} />;
    case "booking":
      return <Viewing entry={entry} />;
    case "booking_decision":
      return <Text>{entry.reject_reason}</Text>;
    case "ticket":
      return <Ticket entry={entry} />;
    case "campaign_contact":
      return <Contact entry={entry} />;
    case "merge":
      return <Merged entry={entry} />;
    case "note":
      return <Text>{entry.body}</Text>;
    default:
      return null;
  }
}

function Talk({ entry }: { entry: Of<"conversation"> }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const { title, outcome, status, duration_seconds, mode, handed_over_to } = entry;
  const format = useFormat();
  return (
    <>
      {title ? <Text>{title}</Text> : null}
      <span className={`flex flex-wrap items-center gap-2 text-12 text-muted ${title ? "mt-2" : ""}`}>
        {outcome ? (
          <Chip tone={outcome_tones[outcome] ?? "paused"}>{words(`outcome_${outcome}`)}</Chip>
        ) : (
          <Chip tone={status === "in_progress" ? "running" : "paused"}>{words(`conversation_${status}`)}</Chip>
        )}
        {mode === "trial" ? <Chip tone="agent">{t("trial")}</Chip> : null}
        {duration_seconds === null ? null : <Ltr>{format.duration(duration_seconds)}</Ltr>}
        {handed_over_to ? (
          <span>{t.rich("handed_to", { name: handed_over_to.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}</span>
        ) : null}
      </span>
    </>
  );
}

function Viewing({ entry }: { entry: Of<"booking"> }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const propertyTitle = usePropertyTitle();
  const { title, title_en, starts_at, staff, status } = entry;
  return (
    <Row end={<StatusChip status={status}>{words(`booking_${status}`)}</StatusChip>}>
      <b className="block font-semibold">
        <CutText>{propertyTitle({ title: title ?? "", title_en })}</CutText>
      </b>
      <span className="block text-12 text-muted">
        {format.dayTime(starts_at)}
        {staff ? <> · {t.rich("shown_by", { name: staff.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}</> : null}
      </span>
    </Row>
  );
}

function Ticket({ entry }: { entry: Of<"ticket"> }) {
  const words = useTranslations("words");
  const { title, status, category, priority } = entry;
  return (
    <Row end={<StatusChip status={status}>{words(`ticket_${status}`)}</StatusChip>}>
      <b className="block font-semibold">
        <CutText>{title}</CutText>
      </b>
      <span className="block text-12 text-muted">
        {words(`category_${category}`)} · {words(`priority_${priority}`)}
      </span>
    </Row>
  );
}

function Contact({ entry }: { entry: Of<"campaign_contact"> }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const { outcome, attempt } = entry;
  return (
    <Row
      end={
        <Chip tone={outcome_tones[outcome ?? "dialling"] ?? "paused"}>
          {words(`recipient_${outcome ?? "dialling"}`)}
        </Chip>
      }
    >
      {t("attempt", { attempt })}
    </Row>
  );
}

function Merged({ entry }: { entry: Of<"merge"> }) {
  const format = useFormat();
  const { phone, email, notes } = entry;
  return (
    <>
      <span className="flex flex-wrap gap-x-3 text-12 text-muted">
        <Ltr>{format.phone(phone)}</Ltr>
        {email ? <Ltr>{email}</Ltr> : null}
      </span>
      {notes ? <Text>{notes}</Text> : null}
    </>
  );
}

function Row({ end, children }: { end: ReactNode; children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="min-w-40 flex-1">{children}</span>
      {end}
    </span>
  );
}

function Text({ children }: { children: ReactNode }) {
  return (
    <span dir="auto" className="block whitespace-pre-wrap text-14 [overflow-wrap:anywhere]">
      {children}
    </span>
  );
}
