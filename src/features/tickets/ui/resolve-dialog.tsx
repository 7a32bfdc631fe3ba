"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { TextArea } from "#ui/input.tsx";
import { Kbd } from "#ui/kbd.tsx";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  onResolve: (words: string) => void;
  /** Resolves and opens the next one; left out where there is none to go to. */
  onResolveNext?: (words: string) => void;
};

/** Asks how it was solved. Ctrl+Enter takes the first button, so that a queue is worked off without the mouse. */
export function ResolveDialog({ title, description, onClose, onResolve, onResolveNext }: Props) {
  const t = useTranslations("tickets");
  const ui = useTranslations("ui");
  const [words, setWords] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const finish = (act: (words: string) => void) => {
    onClose();
    act(words);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      first={box}
      title={title}
      {...(description ? { description } : {})}
      actions={
        <>
          <Button onClick={onClose} className="md:me-auto">
            {ui("cancel")}
          </Button>
          <Button tone={onResolveNext ? "default" : "primary"} onClick={() => finish(onResolve)}>
            {t("resolve_only")}
          </Button>
          {onResolveNext ? (
            <Button tone="primary" onClick={() => finish(onResolveNext)} trailing={<Kbd tone="inherit">Ctrl ↵</Kbd>}>
              {t("resolve_next")}
            </Button>
          ) : null}
        </>
      }
    >
      <Field label={t("resolve_words")} help={t("resolve_help")}>
        {(slots) => (
          <TextArea
            {...slots}
            ref={box}
            rows={4}
            value={words}
            maxLength={2000}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              finish(onResolveNext ?? onResolve);
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
