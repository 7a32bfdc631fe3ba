"use client";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { required } from "#ui/form/checks.ts";
import { FormDialog } from "#ui/form/form-dialog.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { TextArea } from "#ui/input.tsx";
import type { Campaign } from "./types.ts";

const ready = ["hours", "failures", "script", "asked"] as const;

type Props = { campaign: Campaign; onClose: () => void; onPause: (reason: string) => void };

/** Asks why: the reason stands beside the campaign until it goes on. */
export function PauseDialog({ campaign, onClose, onPause }: Props) {
  const t = useTranslations("campaigns");
  const form = useForm(
    { reason: "" },
    {
      check: ({ reason }) => ({ reason: required(reason) }),
      send: async ({ reason }) => {
        onPause(reason.trim());
        onClose();
      },
    },
  );
  return (
    <FormDialog
      form={form}
      title={t("pause_title")}
      description={<bdi>{campaign.name}</bdi>}
      submit={t("pause_confirm")}
      onClose={onClose}
    >
      <FormField form={form} name="reason" label={t("pause_why")} help={t("pause_help")}>
        {(slots, value, set) => (
          <TextArea {...slots} value={value} maxLength={500} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
      <ul aria-label={t("pause_ready")} className="flex flex-wrap gap-2">
        {ready.map((key) => (
          <li key={key}>
            <Button size="sm" onClick={() => form.set("reason", t(`pause_${key}`))}>
              {t(`pause_${key}`)}
            </Button>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
