/** Sends a call's last words while the page goes: the browser finishes it after the page is gone. At most 64 kB. */
export function sendLast(procedure: "voiceSessions.hear" | "voiceSessions.end", input: object): void {
  void fetch(`/api/trpc/${procedure}`, {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  }).catch(() => undefined); // Nobody is left to tell; the server closes the call by itself.
}
