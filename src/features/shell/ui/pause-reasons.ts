const pauses = [
  "failure_limit",
  "no_agent",
  "no_phone_number",
  "vendor_unauthorized",
  "vendor_no_credit",
  "vendor_quota",
] as const;

/** Why a campaign stands still: what the system found in words of the namespace `words`, what people wrote as they wrote it. */
export function pauseReason(reason: string, words: (key: `pause_${(typeof pauses)[number]}`) => string): string {
  const known = pauses.find((code) => code === reason);
  return known ? words(`pause_${known}`) : reason;
}
