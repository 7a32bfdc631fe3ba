"use client";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { foldArabic } from "#lib/arabic.ts";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { cx } from "#ui/cx.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input, TextArea } from "#ui/input.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { Conversation, Receiver } from "./types.ts";
import type { Handling } from "./use-handling.ts";

/** More colleagues than this are searched rather than looked through. */
const few = 7;

type Props = { conversation: Conversation; handling: Handling; onClose: () => void };

/** Asks to whom, and what he should know. */
export function HandOverDialog({ conversation, handling, onClose }: Props) {
  const t = useTranslations("conversations");
  const { data, error, refetch } = api.conversations.receivers.useQuery({});
  const { id, version, handed_over_to } = conversation;
  const form = useForm(
    { staff_id: "", note: "" },
    {
      check: ({ staff_id }) => ({ staff_id: required(staff_id) }),
      send: async ({ staff_id, note }) => {
        await handling.handOver.ask({ id, version, staff_id, note: note.trim() || null });
        onClose();
      },
    },
  );
  const offered = (data?.staff ?? []).filter((one) => one.id !== handed_over_to?.id);
  return (
    <FormDialog
      form={form}
      title={t("hand_over_title")}
      description={t("hand_over_help")}
      submit={t("hand_over")}
      onClose={onClose}
    >
      {error ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} />
      ) : (
        <FormField form={form} name="staff_id" label={t("to_whom")} words={{ required: t("to_whom_need") }}>
          {({ id, ...slots }, value, set) =>
            data ? (
              <Colleagues {...slots} id={id} label={t("to_whom")} staff={offered} value={value} onChange={set} />
            ) : (
              <Skeleton className="h-44" />
            )
          }
        </FormField>
      )}
      <FormField form={form} name="note" label={t("note_for")} optional>
        {(slots, value, set) => (
          <TextArea
            {...slots}
            value={value}
            maxLength={4000}
            placeholder={t("note_for_hint")}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  );
}

type ColleaguesProps = {
  id: string;
  "aria-describedby": string | undefined;
  label: string;
  staff: readonly Receiver[];
  value: string;
  onChange: (id: string) => void;
};

function Colleagues({ id, label, staff, value, onChange, ...slots }: ColleaguesProps) {
  const t = useTranslations("conversations");
  const forms = useTranslations("forms");
  const roles = useTranslations("roles");
  const [words, setWords] = useState("");
  const shown = staff.filter(({ name }) => foldArabic(name).includes(foldArabic(words)));
  return (
    <div className="grid gap-2">
      {staff.length > few ? (
        <Input
          size="sm"
          type="search"
          aria-label={t("find_colleague")}
          placeholder={t("find_colleague")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      <RadioGroup.Root
        {...slots}
        id={id}
        aria-label={label}
        value={value}
        onValueChange={onChange}
        className="grid max-h-64 gap-1.5 overflow-y-auto p-0.5"
      >
        {shown.map(({ id, name, role }) => (
          <RadioGroup.Item
            key={id}
            value={id}
            className={cx(
              "flex min-h-11 items-center gap-2.5 rounded-control border px-3 text-start text-14 transition-colors duration-120",
              value === id ? "border-accent bg-accent-soft text-accent-text" : "border-line-strong hover:bg-hover",
            )}
          >
            <PersonMark name={name} kind="staff" size="sm" />
            <bdi className="min-w-0 flex-1 cut">{name}</bdi>
            <span className="text-12 text-muted">{roles(role)}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {shown.length === 0 ? <p className="text-13 text-muted">{forms("nothing_found")}</p> : null}
    </div>
  );
}
