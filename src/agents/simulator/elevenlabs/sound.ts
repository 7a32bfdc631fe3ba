/** A recording of a length: valid MPEG-2 layer III frames of silence, mono, 16 kHz, 8 kbit/s. There is no encoder here, and a
 *  frame whose side information is all zeros decodes to silence: 36 bytes each, 36 milliseconds each. */
export function silentMp3(duration_ms: number): Buffer {
  const frame = Buffer.alloc(36);
  frame.set([0xff, 0xf3, 0x18, 0xc4]);
  return Buffer.concat(Array.from({ length: Math.max(1, Math.ceil(duration_ms / 36)) }, () => frame));
}

/** Speech as PCM16 mono, little-endian: a murmur far below what is heard, so that level meters move and the browser's own
 *  voice can speak the words. In pieces of half a second. */
export function* murmur(duration_ms: number, rate: number): Generator<Buffer> {
  const samples = Math.round((duration_ms / 1000) * rate);
  const piece = rate / 2;
  for (let from = 0; from < samples; from += piece) {
    const length = Math.min(piece, samples - from);
    const sound = Buffer.alloc(length * 2);
    for (let at = 0; at < length; at++) {
      const seconds = (from + at) / rate;
      const syllable = Math.abs(Math.sin(Math.PI * 4 * seconds));
      sound.writeInt16LE(Math.round(160 * syllable * Math.sin(2 * Math.PI * 180 * seconds)), at * 2);
    }
    yield sound;
  }
}
