"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { foldArabic } from "#lib/arabic.ts";
import { searchedFor } from "./list-input.ts";
import type { Line } from "./types.ts";

/** Looks for words in a transcript, spellings as in the list's search; `initial` are the words it was found by. */
export function useTranscriptSearch(transcript: readonly Line[], initial: string) {
  const [typed, setTyped] = useState(initial);
  const [nth, setNth] = useState(0);
  const keys = useMemo(() => transcript.map(({ text }) => foldArabic(text)), [transcript]);
  const words = useDeferredValue(foldArabic(searchedFor(typed)));
  const hits = useMemo(
    () => (words === "" ? [] : keys.flatMap((key, index) => (key.includes(words) ? [index] : []))),
    [keys, words],
  );
  const at = hits.length === 0 ? -1 : Math.min(nth, hits.length - 1);
  return {
    typed,
    /** Folded; "" while too little is typed. */
    words,
    hits,
    /** Which of the hits is shown, and the line it stands in; -1 when there is none. */
    at,
    line: hits[at] ?? -1,
    type: (next: string) => {
      setTyped(next);
      setNth(0);
    },
    step: (by: 1 | -1) => setNth((at + by + hits.length) % Math.max(1, hits.length)),
  };
}

export type TranscriptSearch = ReturnType<typeof useTranscriptSearch>;
