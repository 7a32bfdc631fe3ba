import { createTransport, type Transporter } from "nodemailer";

/** One mail, ready to be sent. */
export interface Letter {
  to: { name: string; address: string };
  from: string;
  /** The same for a repeat, so that mail programs show it once. */
  message_id: string;
  language: string;
  subject: string;
  text: string;
  html: string;
}

/** Why a mail was not taken. `is_final`: the server will not take it another time either. `reason` is a code, never the server's
 *  words, which may hold an address. */
export class MailRefused extends Error {
  readonly is_final: boolean;
  readonly reason: string;
  constructor(reason: string, is_final: boolean, cause: unknown) {
    super(`mail: ${reason}`, { cause });
    this.reason = reason;
    this.is_final = is_final;
  }
}

/** A server that says nothing is given up long before the time that one try may take (send-mail.ts). */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const opened = new Map<string, Transporter>();

/** Hands a mail to the server at `smtp_url`; resolves when that has taken it. Throws MailRefused. */
export async function deliver(smtp_url: string, { message_id, language, ...letter }: Letter): Promise<void> {
  const known = opened.get(smtp_url);
  const transport = known ?? createTransport({ url: smtp_url, ...patience });
  if (!known) opened.set(smtp_url, transport);
  try {
    await transport.sendMail({
      ...letter,
      messageId: message_id,
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (cause) {
    throw refusalOf(cause);
  }
}

/** A 5xx is about this mail, unless it is about our own sign-in: that an admin can mend. */
function refusalOf(cause: unknown): MailRefused {
  const { code, responseCode }: { code?: unknown; responseCode?: unknown } = Object(cause);
  const status = typeof responseCode === "number" ? responseCode : null;
  const is_final = status !== null && status >= 500 && code !== "EAUTH";
  return new MailRefused(
    status ? `refused ${status}` : typeof code === "string" ? code : "unreachable",
    is_final,
    cause,
  );
}
