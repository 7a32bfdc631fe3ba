import type { HTMLAttributes } from "react";

/** What a button must pass on to its element, so that a menu or a hint can be hung on it. */
export type Pressable = Pick<
  HTMLAttributes<HTMLElement>,
  | "aria-haspopup"
  | "aria-expanded"
  | "aria-describedby"
  | "onPointerEnter"
  | "onPointerLeave"
  | "onPointerDown"
  | "onFocus"
  | "onBlur"
  | "onClick"
  | "onKeyDown"
>;
