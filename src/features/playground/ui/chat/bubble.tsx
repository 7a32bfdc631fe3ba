"use client";
import type { ReactNode } from "react";
import { textDirection } from "#i18n/text-direction.ts";
import { MachineMark } from "#ui/avatar.tsx";
import { cx } from "#ui/cx.ts";

type Props = {
  side: "customer" | "agent";
  text: string;
  /** Whether words still come in: a caret stands at their end. */
  isComing?: boolean;
  children?: ReactNode;
};

/** One message. Whoever plays the customer writes at the end of the line, the machine answers at its start. */
export function Bubble({ side, text, isComing = false, children }: Props) {
  const isMine = side === "customer";
  return (
    <div className={cx("flex gap-2", isMine ? "justify-end ps-10" : "pe-6")}>
      {isMine ? null : <MachineMark kind="chat" size="sm" />}
      <div className="grid min-w-0 max-w-150 gap-1">
        <p
          dir={textDirection(text)}
          className={cx(
            "w-fit max-w-full whitespace-pre-wrap rounded-[12px] px-3.25 py-2 text-15 [overflow-wrap:anywhere]",
            isMine ? "justify-self-end rounded-ee-[4px] bg-accent-soft" : "rounded-ss-[4px] bg-agent-soft",
          )}
        >
          {text}
          {isComing ? (
            <span aria-hidden className="ms-0.5 inline-block h-[1em] w-0.5 animate-caret bg-agent align-[-2px]" />
          ) : null}
        </p>
        {children}
      </div>
    </div>
  );
}
