"use client";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { notify } from "./toast.tsx";

type Words = Record<
  "warning" | "copy" | "copied" | "copy_failed" | "kept" | "close_title" | "close_body" | "close" | "back",
  string
>;
type Props = { secret: string; title: ReactNode; words: Words; onClose: () => void; children?: ReactNode };

/** A secret, this once. Closing before it was copied asks again. */
export function SecretDialog({ secret, title, words, onClose, children }: Props) {
  const [copied, setCopied] = useState(false);
  const [asks, setAsks] = useState(false);
  const copyButton = useRef<HTMLButtonElement>(null);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => {
        setCopied(true);
        notify.done(words.copied);
      },
      () => notify.failed(words.copy_failed),
    );
  const close = () => (copied ? onClose() : setAsks(true));

  if (asks) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && setAsks(false)}
        title={words.close_title}
        actions={
          <>
            <Button tone="danger" onClick={onClose}>
              {words.close}
            </Button>
            <Button tone="primary" onClick={() => setAsks(false)}>
              {words.back}
            </Button>
          </>
        }
      >
        <p className="text-14 text-ink-2">{words.close_body}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      wide
      first={copyButton}
      onOpenChange={(open) => !open && close()}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{words.kept}</Button>
          <Button ref={copyButton} tone="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
            {copied ? words.copied : words.copy}
          </Button>
        </>
      }
    >
      <p className="flex items-start gap-2 rounded-control bg-pending-soft px-3 py-2.5 text-13 text-pending">
        <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        {words.warning}
      </p>
      <pre
        dir="ltr"
        data-testid="secret"
        className="mt-3 select-all whitespace-pre-wrap break-all rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-13"
      >
        {secret}
      </pre>
      {children}
    </Dialog>
  );
}
