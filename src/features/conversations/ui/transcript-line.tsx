"use client";
import { useTranslations } from "next-intl";
import { AnswerFacts } from "#features/shell/ui/answer-facts.tsx";
import { CutMark } from "#features/shell/ui/cut-mark.tsx";
import { textDirection } from "#i18n/text-direction.ts";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { Marked } from "#ui/marked.tsx";
import type { Speakers } from "./speaker.tsx";
import type { Line } from "./types.ts";

type Props = {
  line: Line;
  time: string;
  speakers: Speakers;
  ranges: readonly (readonly [number, number])[];
  /** It is being heard, or the search stands at it. */
  isNow: boolean;
  isFound: boolean;
  /** Jumps there in the recording; null when there is none. */
  onSeek: (() => void) | null;
};

/** One spoken line of a call. A press anywhere in it jumps there (the transcript listens); its time is the same button for the
 *  keyboard. */
export function TranscriptLine({ line, time, speakers, ranges, isNow, isFound, onSeek }: Props) {
  const t = useTranslations("conversations");
  const { speaker, text } = line;
  return (
    <div
      data-at={onSeek ? (line.at_ms ?? undefined) : undefined}
      aria-current={isNow || undefined}
      className={cx(
        "grid grid-cols-[32px_minmax(0,1fr)_auto] items-start gap-x-3 rounded-card px-2.5 py-2 transition-colors duration-120",
        isNow ? "bg-agent-soft" : isFound ? "bg-selected" : onSeek && "hover:bg-hover",
        onSeek && "cursor-pointer",
      )}
    >
      {speakers.mark(speaker)}
      <div className="min-w-0">
        <p className={cx("text-12 leading-[1.6]", speaker === "agent" ? "font-medium text-agent-text" : "text-muted")}>
          <bdi>{speakers.name(speaker)}</bdi>
        </p>
        <p dir={textDirection(text)} className="w-fit max-w-full text-15 [overflow-wrap:anywhere]">
          <Marked text={text} ranges={ranges} />
        </p>
        {line.is_cut ? <CutMark /> : null}
        {line.took ? <AnswerFacts took={line.took} /> : null}
      </div>
      {onSeek ? (
        <button
          type="button"
          aria-label={t("seek", { time })}
          onClick={onSeek}
          className={cx(
            "touch min-h-6 min-w-6 rounded-chip px-1 text-12 leading-[1.6] hover:text-ink",
            isNow ? "font-semibold text-agent-text" : "text-muted",
          )}
        >
          <Ltr>{time}</Ltr>
        </button>
      ) : (
        <span className="px-1 text-12 text-muted leading-[1.6]">
          <Ltr>{time}</Ltr>
        </span>
      )}
    </div>
  );
}
