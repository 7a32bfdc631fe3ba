import type { Random } from "./random.ts";

/** A UUIDv7 of an instant (ms since 1970) whose random part comes from the seed: ids sort as their rows were made. */
export function idAt(instant: number, random: Random): string {
  const time = Math.floor(instant).toString(16).padStart(12, "0");
  const word = (bits: number) => Math.floor(random.next() * 2 ** bits);
  const tail = [word(24), word(24)].map((part) => part.toString(16).padStart(6, "0")).join("");
  const fixed = `7${word(12).toString(16).padStart(3, "0")}-${(0x8000 | word(14)).toString(16)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${fixed}-${tail}`;
}
