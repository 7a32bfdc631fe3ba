import type { Direction } from "./direction.ts";

/** The direction of something spoken or typed, by what most of its letters are. A browser's own `auto` goes by the first
 *  letter alone: "Perfect، احجزيه" would run from the left. Text without letters takes the direction around it. */
export function textDirection(text: string): Direction | undefined {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const others = text.match(/(?!\p{Script=Arabic})\p{L}/gu)?.length ?? 0;
  if (arabic === 0 && others === 0) return undefined;
  return arabic >= others ? "rtl" : "ltr";
}
