import { createHmac, timingSafeEqual } from "node:crypto";

const tolerance_seconds = 1800;

/** Whether a webhook's raw bytes were signed with one of `secrets` within half an hour of `now` (milliseconds), before or
 *  after: the vendor's own verifier compares in variable time and takes any time to come.
 *  Header: `ElevenLabs-Signature: t=<unix seconds>,v0=<hex>`; several v0 while a secret is being replaced. */
export function verifySignature(
  raw: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  now: number = Date.now(),
): boolean {
  const signed = readSignature(header, now);
  if (!signed) return false;
  const { timestamp, hashes } = signed;
  let fits = false;
  for (const secret of secrets) {
    const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(raw).digest();
    for (const hash of hashes) fits = timingSafeEqual(expected, hash) || fits;
  }
  return fits;
}

/** What a header claims; null when it is malformed or too old or too new to be looked at, which costs no hashing. */
export function readSignature(header: string | undefined, now: number = Date.now()) {
  const parts =
    header
      ?.slice(0, 2000)
      .split(",")
      .map((part) => part.trim()) ?? [];
  const timestamp = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
  const hashes = parts
    .filter((part) => /^v0=[0-9a-f]{64}$/i.test(part))
    .slice(0, 5)
    .map((part) => Buffer.from(part.slice(3), "hex"));
  if (timestamp === undefined || hashes.length === 0) return null;
  if (Math.abs(now / 1000 - Number(timestamp)) > tolerance_seconds) return null;
  return { timestamp, hashes };
}
