"use client";
import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "#ui/button.tsx";
import { useStick } from "./use-stick.ts";

/** A region that scrolls must be reached by the keyboard. */
const reachable = { tabIndex: 0 };

type Props = {
  label: string;
  /** Another value whenever something was added. */
  grown: unknown;
  /** The last whole answer, read out; words that still come in are not. */
  spoken: string;
  children: ReactNode;
};

/** What is said, the newest at the bottom and in sight. */
export function Flow({ label, grown, spoken, children }: Props) {
  const t = useTranslations("playground");
  const box = useRef<HTMLElement>(null);
  const stick = useStick(box, grown);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={box}
        {...reachable}
        aria-label={label}
        onScroll={stick.onScroll}
        className="min-h-0 flex-1 overflow-y-auto px-4 py-4 -outline-offset-2 md:px-5"
      >
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2.5">{children}</ol>
      </section>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
      {stick.isBehind ? (
        <Button
          icon={ArrowDown}
          size="sm"
          onClick={stick.toEnd}
          className="absolute inset-x-0 bottom-3 mx-auto w-fit animate-rise bg-raised shadow-raised"
        >
          {t("new_lines")}
        </Button>
      ) : null}
    </div>
  );
}
