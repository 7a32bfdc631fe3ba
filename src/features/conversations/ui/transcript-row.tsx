"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import { highlight } from "../highlight.ts";
import { ChatBubble } from "./chat-bubble.tsx";
import type { Item } from "./items.ts";
import type { Speakers } from "./speaker.tsx";
import { ToolStep } from "./tool-step.tsx";
import { TranscriptLine } from "./transcript-line.tsx";
import type { Conversation, Line } from "./types.ts";

type Props = {
  item: Item;
  conversation: Conversation;
  speakers: Speakers;
  /** Folded words to mark; "" for none. */
  words: string;
  /** The line being heard and the one the search stands at; -1 for none. */
  current: number;
  found: number;
  /** The steps that are open. */
  opened: ReadonlySet<number>;
  onToggle: (line: number) => void;
  onSeek: ((at_ms: number) => void) | null;
};

export function TranscriptRow(props: Props) {
  const { item, conversation, speakers, words, current, found, opened, onToggle, onSeek } = props;
  const format = useFormat();
  const { type, started_at } = conversation;
  const time = ({ at_ms }: Line) => {
    if (type === "voice") return at_ms === null ? "" : format.duration(at_ms / 1000);
    return format.time(Date.parse(started_at) + (at_ms ?? 0));
  };

  if (item.kind === "day") {
    return <p className="py-3 text-center font-medium text-12 text-muted">{format.day(item.at)}</p>;
  }
  if (item.kind === "steps") {
    return (
      <div className={cx("flex flex-wrap gap-1.5 py-1", type === "voice" ? "ms-13.5 max-md:ms-2.5" : "justify-center")}>
        {item.steps.map(({ index, line }) => (
          <ToolStep
            key={index}
            line={line}
            time={time(line)}
            ranges={highlight(line.text, words)}
            isOpen={opened.has(index)}
            onToggle={() => onToggle(index)}
          />
        ))}
      </div>
    );
  }
  const { index, line } = item;
  const said = {
    line,
    time: time(line),
    speakers,
    ranges: highlight(line.text, words),
    isFound: index === found,
  };
  if (type === "chat") return <ChatBubble {...said} />;
  const { at_ms } = line;
  return (
    <TranscriptLine
      {...said}
      isNow={index === current}
      onSeek={onSeek && at_ms !== null ? () => onSeek(at_ms) : null}
    />
  );
}
