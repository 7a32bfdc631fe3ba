"use client";
import {
  cloneElement,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./kbd.tsx";
import type { Pressable } from "./pressable.ts";

type Props = {
  text: ReactNode;
  keys?: string;
  side?: "top" | "bottom";
  /** An element that passes handlers on to its node. */
  children: ReactElement<Pressable>;
};

const wait_ms = 400;
/** Going from one to the next, nobody waits again. */
const patience_ms = 200;
let closed_at = 0;

/** A hint for what it wraps; never the only place where something is said. Comes with the pointer or the keyboard's focus,
 *  goes with Escape. Ours instead of a library's: this one thing would bring 22 kB to every page. */
export function Tip({ text, keys, side = "bottom", children }: Props) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (node: HTMLElement, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(node), after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (anchor) closed_at = Date.now();
    setAnchor(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const held = children.props;
  return (
    <>
      {cloneElement(children, {
        ...(anchor && { "aria-describedby": id }),
        onPointerEnter: (event: PointerEvent<HTMLElement>) => {
          held.onPointerEnter?.(event);
          if (event.pointerType === "mouse")
            show(event.currentTarget, Date.now() - closed_at < patience_ms ? 0 : wait_ms);
        },
        onPointerLeave: (event) => {
          held.onPointerLeave?.(event);
          hide();
        },
        onPointerDown: (event) => {
          held.onPointerDown?.(event);
          hide();
        },
        onFocus: (event) => {
          held.onFocus?.(event);
          if (event.currentTarget.matches(":focus-visible")) show(event.currentTarget, 0);
        },
        onBlur: (event) => {
          held.onBlur?.(event);
          hide();
        },
      })}
      {anchor ? (
        <Hint id={id} anchor={anchor} side={side} onHide={hide}>
          {text}
          {keys ? <Kbd tone="inherit">{keys}</Kbd> : null}
        </Hint>
      ) : null}
    </>
  );
}

type HintProps = { id: string; anchor: HTMLElement; side: "top" | "bottom"; onHide: () => void; children: ReactNode };

const gap = 6;
const edge = 8;

function Hint({ id, anchor, side, onHide, children }: HintProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = node;
    const below = at.bottom + gap;
    const above = at.top - gap - height;
    const goesBelow = side === "bottom" ? below + height <= window.innerHeight - edge : above < edge;
    const x = Math.max(edge, Math.min(at.x + at.width / 2 - width / 2, window.innerWidth - width - edge));
    node.style.translate = `${Math.round(x)}px ${Math.round(goesBelow ? below : above)}px`;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === "Escape" && onHide();
    document.addEventListener("keydown", press);
    window.addEventListener("scroll", onHide, true);
    return () => {
      document.removeEventListener("keydown", press);
      window.removeEventListener("scroll", onHide, true);
    };
  });
  // The outer box counts from the corner that the browser's coordinates count from; the words inside keep their direction.
  return createPortal(
    <div dir="ltr" className="pointer-events-none fixed inset-0 z-50">
      <div
        ref={box}
        id={id}
        role="tooltip"
        dir={document.documentElement.dir}
        className="flex w-fit max-w-72 animate-fade items-center gap-2 rounded-chip bg-ink px-2 py-1 text-12 text-surface shadow-raised"
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}
