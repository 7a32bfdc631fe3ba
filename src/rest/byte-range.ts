/** The part of `size` bytes that a Range header asks for, both ends included. The whole when there is no header, or one that we
 *  do not serve (several parts, another unit); null when it asks for what is not there. */
export function byteRange(header: string | undefined, size: number): { start: number; end: number } | "whole" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  const [start, end] =
    first === ""
      ? [Math.max(0, size - Number(last)), size - 1]
      : [Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1)];
  return start <= end ? { start, end } : null;
}
