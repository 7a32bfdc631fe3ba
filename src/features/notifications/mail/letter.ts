import { hrefOf } from "#features/shell/ui/notifications/hrefs.ts";
import { wordingOf } from "#features/shell/ui/notifications/wording.ts";
import { pauseReason } from "#features/shell/ui/pause-reasons.ts";
import { directionOf, type Locale } from "#i18n/direction.ts";
import { createFormat } from "#i18n/format.ts";
import { isolate, isolateLtr } from "#i18n/isolate.ts";
import type { Digits } from "#i18n/numbers.ts";
import { translatorOf } from "#i18n/translator.ts";
import type { Notification } from "../schema.ts";

export type Told = Pick<Notification, "kind" | "params" | "subject_table" | "subject_id">;
type Reader = { locale: Locale; digits: Digits; time_zone: string };

/** A notification as a mail, in its reader's language and digits: what the portal shows of it, without phone numbers, and the way
 *  there. `origin`: "https://portal.example.com". */
export function letterOf(told: Told, { locale, digits, time_zone }: Reader, origin: string) {
  const speech = { locale, digits };
  const t = translatorOf(speech, "notifications");
  const words = translatorOf(speech, "words");
  const mail = translatorOf(speech, "mails");
  const { title, under } = wordingOf(
    { ...told, params: withoutPhones(told.params) },
    {
      a_customer: t("a_customer"),
      handed_over_by: (agent) => t("handed_over_by", { agent }),
      priority: (priority) => words(`priority_${priority}`),
      pause_reason: (reason) => pauseReason(reason, words),
      format: createFormat({ locale, digits, time_zone }),
    },
  );
  const { key, ...values } = { name: "", reference: "", ...title };
  const subject = t.markup(key, { ...values, b: isolate, ltr: isolateLtr });
  const heading = t.markup(key, {
    name: asHtml(values.name),
    reference: asHtml(values.reference),
    b: (chunks) => `<bdi>${chunks}</bdi>`,
    ltr: (chunks) => `<bdi dir="ltr">${chunks}</bdi>`,
  });
  const link = new URL(hrefOf({ ...told, can_open: true }) ?? "/notifications", origin).href;
  const settings = new URL("/settings/notifications", origin).href;
  const { lang, dir } = directionOf(locale);
  const text = [
    subject,
    ...(under ? [under] : []),
    "",
    `${mail("open")}:`,
    link,
    "",
    mail("why"),
    `${mail("change")}: ${settings}`,
    "",
  ];
  const html = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asHtml(subject)}</title></head>
<body dir="${dir}" style="margin:0;padding:24px;background:#f6f4f0;color:#1d1b18;font:16px/1.7 'IBM Plex Sans Arabic',Tahoma,Arial,sans-serif;text-align:start">
<div dir="${dir}" style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #e5e1d8;border-radius:12px;text-align:start">
<h1 style="margin:0 0 8px;font-size:18px;font-weight:600">${heading}</h1>
${under ? `<p style="margin:0 0 20px;color:#57534a">${asHtml(under)}</p>` : ""}
<p style="margin:20px 0"><a href="${asHtml(link)}" style="display:inline-block;padding:10px 20px;background:#0f5c4d;color:#fff;border-radius:8px;text-decoration:none">${mail("open")}</a></p>
<p style="margin:24px 0 0;color:#7a756a;font-size:13px">${mail("why")} <a href="${asHtml(settings)}" style="color:#0f5c4d">${mail("change")}</a></p>
</div>
</body>
</html>
`;
  return { subject, text: text.join("\n"), html, language: lang };
}

/** Mail lies about on other people's servers: whoever may know a customer's number finds it in the portal. A customer whom
 *  nobody has named yet goes by his number. */
function withoutPhones(params: Told["params"]): Told["params"] {
  const hidden = (name: string, value: string | number | null) => {
    if (typeof value !== "string" || as_they_are.has(name)) return value;
    const rest = value.replace(phone_like, "…");
    return rest === "…" ? null : rest;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, hidden(name, value)]));
}
const as_they_are = new Set(["starts_at", "reference", "status", "priority", "url"]);
const phone_like = /[+\u2066\u2068]*\p{Nd}[\p{Nd}\s().-]{6,}\p{Nd}\u2069?/gu;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const asHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
