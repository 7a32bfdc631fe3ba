"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { itemsOf, rowOf } from "./items.ts";
import type { Speakers } from "./speaker.tsx";
import { TranscriptRow } from "./transcript-row.tsx";
import type { Conversation } from "./types.ts";
import { useCurrentLine } from "./use-current-line.ts";
import type { Recording } from "./use-recording.ts";
import type { TranscriptSearch } from "./use-transcript-search.ts";

const row_px = 66;
/** What a page is printed with, before there is a window to measure. */
const first_screen = { width: 800, height: 760 };

type Props = { conversation: Conversation; recording: Recording; search: TranscriptSearch; speakers: Speakers };

/** What was said. Only the rows in sight are in the page, so that 2,000 lines scroll like twenty. The line being heard is kept
 *  in sight until somebody scrolls by himself. */
export function Transcript({ conversation, recording, search, speakers }: Props) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  const items = useMemo(() => itemsOf(conversation, format), [conversation, format]);
  const current = useCurrentLine(recording.clock, conversation.transcript);
  const [follows, setFollows] = useState(true);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => row_px,
    initialRect: first_screen,
    overscan: 8,
  });

  const show = (line: number) => {
    const row = rowOf(items, line);
    if (row >= 0) rows.scrollToIndex(row, { align: "center" });
  };
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (follows && current >= 0) latest.current(current);
  }, [follows, current]);
  useEffect(() => {
    if (search.line >= 0) latest.current(search.line);
  }, [search.line]);

  const seen = rows.getVirtualItems();
  if (items.length === 0) {
    return (
      <Empty
        icon={LocateFixed}
        title={t(conversation.status === "in_progress" ? "nothing_said_yet" : "nothing_said")}
      />
    );
  }
  const seek =
    recording.state === "ready" || recording.state === "loading"
      ? (at_ms: number) => {
          setFollows(true);
          recording.seek(at_ms / 1000);
        }
      : null;
  const press = ({ target }: MouseEvent) => {
    const line =
      target instanceof Element && !target.closest("button") ? target.closest<HTMLElement>("[data-at]") : null;
    // Whoever marks words to copy them does not want to jump.
    if (line && window.getSelection()?.isCollapsed !== false) seek?.(Number(line.dataset.at));
  };
  const letGo = () => current >= 0 && setFollows(false);
  const keys = (event: KeyboardEvent) => {
    if (!scroll_keys.has(event.key)) return;
    // ↑ and ↓ scroll here instead of going to the next conversation.
    event.stopPropagation();
    event.nativeEvent.stopPropagation();
    letGo();
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={box}
        {...reachable}
        aria-label={t("transcript")}
        onMouseUp={press}
        onWheel={letGo}
        onTouchMove={letGo}
        onKeyDown={keys}
        className="min-h-0 flex-1 overflow-y-auto px-2 pb-8 -outline-offset-2 [overflow-anchor:none] md:px-4"
      >
        <div className="relative max-w-205" style={{ blockSize: rows.getTotalSize() }}>
          <ol className="absolute inset-x-0 top-0" style={{ transform: `translateY(${seen[0]?.start ?? 0}px)` }}>
            {seen.map(({ index, key }) => {
              const item = items[index];
              return item ? (
                <li
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  aria-setsize={items.length}
                  aria-posinset={index + 1}
                >
                  <TranscriptRow
                    item={item}
                    conversation={conversation}
                    speakers={speakers}
                    words={search.words}
                    current={current}
                    found={search.line}
                    opened={opened}
                    onToggle={(line) => setOpened(toggled(opened, line))}
                    onSeek={seek}
                  />
                </li>
              ) : null;
            })}
          </ol>
        </div>
      </section>
      {!follows && current >= 0 ? (
        <Button
          icon={LocateFixed}
          size="sm"
          onClick={() => setFollows(true)}
          className="absolute end-6 bottom-4 animate-rise bg-raised shadow-raised"
        >
          {t("follow")}
        </Button>
      ) : null}
    </div>
  );
}

/** A region that scrolls must be reached by the keyboard, and a chat has nothing in it that is. */
const reachable = { tabIndex: 0 };
const scroll_keys = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

function toggled(opened: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const next = new Set(opened);
  if (!next.delete(line)) next.add(line);
  return next;
}
