"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/input.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { useDraft } from "./use-draft.ts";

/** Words for colleagues. A draft stays with its ticket until it is sent. */
export function CommentBox({ id }: { id: string }) {
  const t = useTranslations("tickets");
  const [words, write] = useDraft(`ticket:${useMe().id}:${id}`);
  const box = useRef<HTMLTextAreaElement>(null);
  const comment = useAct(api.tickets.comment, { parts: ["tickets"] });
  useShortcut("m", () => box.current?.focus(), t("comment"));

  const send = async () => {
    const body = words.trim();
    if (!body || comment.isBusy) return void box.current?.focus();
    // A refusal is told by the act; what was typed stays.
    await comment.ask({ id, body }).then(
      () => write(""),
      () => undefined,
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
    >
      <TextArea
        ref={box}
        rows={2}
        aria-label={t("comment")}
        placeholder={t("comment_hint")}
        value={words}
        maxLength={5000}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      {words.trim() ? (
        <div className="flex animate-rise items-center gap-3">
          <span className="text-12 text-muted">{t("comment_draft")}</span>
          <Button
            type="submit"
            size="sm"
            icon={Send}
            busy={comment.isBusy}
            className="ms-auto [&>svg]:rtl:-scale-x-100"
            trailing={<Kbd>Ctrl ↵</Kbd>}
          >
            {t("comment_send")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
