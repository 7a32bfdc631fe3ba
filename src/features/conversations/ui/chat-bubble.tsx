"use client";
import { AnswerFacts } from "#features/shell/ui/answer-facts.tsx";
import { CutMark } from "#features/shell/ui/cut-mark.tsx";
import { textDirection } from "#i18n/text-direction.ts";
import { cx } from "#ui/cx.ts";
import { Marked } from "#ui/marked.tsx";
import type { Speakers } from "./speaker.tsx";
import type { Line } from "./types.ts";

type Props = {
  line: Line;
  time: string;
  speakers: Speakers;
  ranges: readonly (readonly [number, number])[];
  isFound: boolean;
};

/** One message of a chat. Its side is the speaker's, never the language's: the customer at the start, the company at the end. */
export function ChatBubble({ line, time, speakers, ranges, isFound }: Props) {
  const { speaker, text } = line;
  const isCustomer = speaker === "customer";
  return (
    <div
      className={cx("flex items-end gap-2.5 py-1", isCustomer ? "pe-10 md:pe-24" : "flex-row-reverse ps-10 md:ps-24")}
    >
      {speakers.mark(speaker, "sm")}
      <div
        className={cx(
          "min-w-0 max-w-150 rounded-[14px] px-3.5 py-2",
          isCustomer
            ? "rounded-es-[4px] bg-paused-soft"
            : cx("rounded-ee-[4px]", speaker === "staff" ? "bg-accent-soft" : "bg-agent-soft"),
          isFound && "outline-2 outline-focus",
        )}
      >
        <p className="flex items-baseline gap-3 text-12">
          <bdi
            className={cx(
              "font-medium",
              isCustomer ? "text-ink-2" : speaker === "staff" ? "text-accent-text" : "text-agent-text",
            )}
          >
            {speakers.name(speaker)}
          </bdi>{" "}
          <span className="ms-auto whitespace-nowrap text-ink-2">{time}</span>
        </p>
        <p dir={textDirection(text)} className="w-fit max-w-full text-15 [overflow-wrap:anywhere]">
          <Marked text={text} ranges={ranges} />
        </p>
        {line.is_cut ? <CutMark /> : null}
        {line.took ? <AnswerFacts took={line.took} /> : null}
      </div>
    </div>
  );
}
