"use client";
import { StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { inputClass } from "#ui/input.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";

/** A note for the colleagues; the line grows into a box when somebody writes. Ctrl+Enter keeps it. */
export function NoteBox({ id }: { id: string }) {
  const t = useTranslations("customers");
  const box = useRef<HTMLTextAreaElement>(null);
  const add = useAct(api.customers.addNote, {
    parts: ["customers"],
    done: () => t("note_added"),
    refused: () => "quiet",
  });
  const form = useForm(
    { body: "" },
    {
      send: async ({ body }) => {
        if (!body.trim()) return box.current?.focus();
        await add.ask({ id, body });
        form.reset({ body: "" });
      },
    },
  );
  const { body } = form.values;
  useShortcut("n", () => box.current?.focus(), t("note_hint"));
  return (
    <form {...form.props} className="grid gap-2 px-4 pt-4 md:px-5">
      <div className={`${inputClass} group flex-wrap rounded-card px-3 py-2.5`}>
        <StickyNote size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 self-start text-muted" aria-hidden />
        <textarea
          ref={box}
          dir={body ? "auto" : undefined}
          rows={1}
          value={body}
          maxLength={4000}
          aria-label={t("note_hint")}
          placeholder={t("note_hint")}
          onChange={(event) => form.set("body", event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void form.submit();
            if (event.key === "Escape" && !body) event.currentTarget.blur();
          }}
          className="field-sizing-content max-h-60 min-w-0 flex-1 resize-none bg-transparent text-14 outline-none group-focus-within:min-h-16 pointer-coarse:text-[16px]"
        />
        {body ? null : (
          <span className="group-focus-within:hidden">
            <Kbd>N</Kbd>
          </span>
        )}
        <div className={`w-full justify-end gap-2 ${body ? "flex" : "hidden"}`}>
          <Button size="sm" onClick={() => form.reset({ body: "" })}>
            {t("note_drop")}
          </Button>
          <Button size="sm" tone="primary" type="submit" busy={form.busy} trailing={<Kbd tone="inherit">Ctrl ↵</Kbd>}>
            {t("note_keep")}
          </Button>
        </div>
      </div>
      <FormProblem failure={form.failure} />
      <LeaveGuard dirty={form.isDirty} />
    </form>
  );
}
