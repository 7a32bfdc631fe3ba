"use client";
import { type RefObject, useEffect, useRef, useState } from "react";

/** Still at the end when no more than this is below, in px. */
const slack = 48;

/** Keeps the end of a growing list in sight as long as whoever reads is there; once he has scrolled up it stays where he is,
 *  and says that something new is below.
 *  @param grown another value whenever the list has grown */
export function useStick(box: RefObject<HTMLElement | null>, grown: unknown) {
  const isAtEnd = useRef(true);
  const seen = useRef<unknown>(null);
  const [isBehind, setBehind] = useState(false);

  useEffect(() => {
    if (seen.current === grown) return;
    seen.current = grown;
    if (isAtEnd.current) toEnd(box.current);
    else setBehind(true);
  }, [box, grown]);
  // What stands below it, such as the text being typed, takes room from it.
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const watch = new ResizeObserver(() => isAtEnd.current && toEnd(node));
    watch.observe(node);
    return () => watch.disconnect();
  }, [box]);

  return {
    isBehind,
    onScroll: () => {
      const node = box.current;
      if (!node) return;
      isAtEnd.current = node.scrollHeight - node.scrollTop - node.clientHeight <= slack;
      if (isAtEnd.current) setBehind(false);
    },
    toEnd: () => {
      toEnd(box.current);
      isAtEnd.current = true;
      setBehind(false);
    },
  };
}

function toEnd(node: HTMLElement | null): void {
  if (node) node.scrollTop = node.scrollHeight;
}
