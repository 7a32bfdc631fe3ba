const header_bytes = 44;

/** A WAV file of two channels with 8 unsigned bits a sample, left and right in turn. */
export function stereoWav(samples: Uint8Array, rate: number): Uint8Array {
  const file = new Uint8Array(header_bytes + samples.length);
  const view = new DataView(file.buffer);
  const word = (at: number, text: string) => new TextEncoder().encodeInto(text, file.subarray(at));
  word(0, "RIFF");
  view.setUint32(4, header_bytes - 8 + samples.length, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 2, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 8, true);
  word(36, "data");
  view.setUint32(40, samples.length, true);
  file.set(samples, header_bytes);
  return file;
}
