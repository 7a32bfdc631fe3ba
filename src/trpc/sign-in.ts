import { asTheme } from "#i18n/cookies.ts";
import { asLocale } from "#i18n/direction.ts";
import { rememberLocale, rememberTheme } from "#i18n/preference-cookies.ts";

export type SignInResult =
  | { ok: true }
  | { ok: false; why: "refused" | "offline" | "down" }
  | { ok: false; why: "wait"; seconds: number };

/** Sends the two words over the HTTP contract; the cookie comes with the answer. Never throws. */
export async function signIn(username: string, password: string): Promise<SignInResult> {
  const answer = await fetch("/api/auth/login", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ username, password }),
  }).catch(() => null);
  if (!answer) return { ok: false, why: "offline" };
  if (answer.ok) {
    await takeOverPreferences();
    return { ok: true };
  }
  if (answer.status === 429) {
    const seconds = Number.parseInt(answer.headers.get("retry-after") ?? "", 10);
    return { ok: false, why: "wait", seconds: Number.isNaN(seconds) ? 60 : seconds };
  }
  return { ok: false, why: answer.status < 500 ? "refused" : "down" };
}

/** The person's language and theme, so that a new device greets him in his own way. Without an answer this device's stay. */
async function takeOverPreferences(): Promise<void> {
  const answer = await fetch("/api/auth/me", { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const body: unknown = await answer.json().catch(() => null);
  const inner: unknown = readField(body, "user") ?? body;
  const locale = asLocale(readField(inner, "locale"));
  if (locale) rememberLocale(locale);
  const theme = readField(inner, "theme");
  if (theme) rememberTheme(asTheme(theme));
}

function readField(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
