"use client";
import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { cx } from "#ui/cx.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { inputClass } from "#ui/input.tsx";

const tallest_px = 152;

type Props = {
  label: string;
  hint: string;
  value: string;
  onType: (value: string) => void;
  onSend: () => void;
  /** Something is under way: it may be typed on, but not sent. */
  isBusy?: boolean;
  /** Nobody is there to send it to: what was typed waits. */
  canSend?: boolean;
};

/** A box for messages that grows with them. Enter sends, Shift with Enter begins a line. */
export function Composer({ label, hint, value, onType, onSend, isBusy = false, canSend = true }: Props) {
  const t = useTranslations("playground");
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    node.style.blockSize = "auto";
    // Read after every change of the words: what it measures is them.
    if (node.value === value) node.style.blockSize = `${Math.min(tallest_px, node.scrollHeight)}px`;
  }, [value]);
  const send = () => {
    if (!isBusy && canSend) onSend();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="flex min-w-0 flex-1 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <span className={cx(inputClass, "min-h-10.5 flex-1 py-2 pointer-coarse:min-h-11")}>
        <textarea
          ref={box}
          dir="auto"
          rows={1}
          aria-label={label}
          placeholder={hint}
          maxLength={4000}
          value={value}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={press}
          enterKeyHint="send"
          className="min-w-0 flex-1 resize-none bg-transparent text-14 outline-none pointer-coarse:text-[16px]"
        />
      </span>
      <IconButton
        type="submit"
        label={t("send")}
        icon={SendHorizontal}
        flip
        tone="primary"
        busy={isBusy}
        disabled={!canSend || value.trim() === ""}
        className="size-10.5"
      />
    </form>
  );
}
