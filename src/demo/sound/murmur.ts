import type { Random } from "../random.ts";
import type { Spoken } from "./spoken.ts";
import { stereoWav } from "./wav.ts";

const rate = 8_000;
const middle = 128;
const voices = { company: { hertz: 205, lane: 0 }, customer: { hertz: 128, lane: 1 } } as const;

/** A recording in which nobody says anything: the two sides murmur exactly while their lines are spoken, the company on the left
 *  and the customer on the right. 8 kHz, 8 bits. The same chance gives the same bytes. */
export function murmur(spoken: readonly Spoken[], length_ms: number, chance: Random): Uint8Array {
  const frames = Math.ceil((length_ms / 1000) * rate);
  const samples = new Uint8Array(frames * 2).fill(middle);
  for (const { lane, from_ms, to_ms } of spoken) {
    const last = Math.min(frames, Math.floor((to_ms / 1000) * rate));
    let frame = Math.floor((from_ms / 1000) * rate);
    while (frame < last) {
      const end = Math.min(last, frame + Math.floor(rate * (0.11 + chance.next() * 0.16)));
      syllable(samples, frame, end, voices[lane], chance);
      // A short gap between syllables, a longer one between words.
      frame = end + Math.floor(rate * (chance.chance(0.28) ? 0.09 + chance.next() * 0.12 : 0.012));
    }
  }
  return stereoWav(samples, rate);
}

/** A few harmonics of a gliding tone under a rounded envelope that opens at once: a line begins where its sound begins. */
function syllable(
  samples: Uint8Array,
  from: number,
  to: number,
  voice: (typeof voices)[keyof typeof voices],
  chance: Random,
): void {
  const loudness = 34 + chance.next() * 50;
  const start = voice.hertz * (0.9 + chance.next() * 0.25);
  const glide = (chance.next() - 0.5) * 0.25;
  const brightness = 0.25 + chance.next() * 0.5;
  let phase = 0;
  for (let frame = from; frame < to; frame += 1) {
    const part = (frame - from) / (to - from);
    phase += (2 * Math.PI * start * (1 + glide * part)) / rate;
    const tone = Math.sin(phase) + brightness * Math.sin(2 * phase) + 0.35 * brightness * Math.sin(5 * phase);
    const envelope = Math.min(1, (frame - from) / 60) * (1 - part) ** 0.6;
    samples[frame * 2 + voice.lane] = middle + Math.round((tone / 1.7) * envelope * loudness);
  }
}
