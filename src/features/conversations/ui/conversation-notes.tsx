"use client";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { Section } from "#ui/facts.tsx";
import { atMost, first, required } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { TextArea } from "#ui/input.tsx";
import type { Conversation } from "./types.ts";

const longest = 4000;

/** What colleagues wrote down about a conversation, and room for more. */
export function ConversationNotes({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversations");
  const ago = useAgo();
  const { id, notes } = conversation;
  const add = useAct(api.conversations.addNote, {
    parts: ["conversations", "customers"],
    done: () => t("note_added"),
    refused: () => "quiet",
  });
  const form = useForm(
    { body: "" },
    {
      check: ({ body }) => ({ body: first(required(body), atMost(body, longest)) }),
      send: async ({ body }) => {
        await add.ask({ id, body: body.trim() });
        form.reset({ body: "" });
      },
    },
  );
  return (
    <Section title={t("notes")}>
      {notes.length > 0 ? (
        <ul className="mb-3 grid grid-cols-[minmax(0,1fr)] gap-3">
          {notes.map(({ id, body, author, created_at }) => (
            <li key={id} className="flex gap-2.5">
              <PersonMark name={author?.name ?? "؟"} kind="staff" size="sm" />
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline gap-2 text-12 text-muted">
                  <bdi className="font-medium text-ink-2">{author?.name ?? t("speaker_staff")}</bdi>{" "}
                  <span>{ago(created_at)}</span>
                </p>
                <p dir="auto" className="whitespace-pre-line text-14 [overflow-wrap:anywhere]">
                  {body}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <form {...form.props} className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <FormProblem failure={form.failure} />
        <FormField form={form} name="body" label={t("note_label")}>
          {(slots, value, set) => (
            <TextArea
              {...slots}
              rows={2}
              value={value}
              placeholder={t("note_hint")}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </FormField>
        {form.values.body.trim() ? (
          <Button type="submit" size="sm" busy={form.busy} className="animate-fade justify-self-end">
            {t("note_add")}
          </Button>
        ) : null}
      </form>
      <LeaveGuard dirty={form.isDirty} />
    </Section>
  );
}
