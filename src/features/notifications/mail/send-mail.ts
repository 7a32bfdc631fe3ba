import { and, eq, sql } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import { mails } from "#drizzle/schema/mails.ts";
import { notifications } from "#drizzle/schema/notifications.ts";
import { users } from "#drizzle/schema/users.ts";
import { notification_kinds } from "#drizzle/values.ts";
import type { MailedNotice } from "#jobs/names.ts";
import type { Task } from "#jobs/tasks.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { env } from "../../../env.ts";
import { Unavailable } from "../../../errors.ts";
import { letterOf, type Told } from "./letter.ts";
import { deliver, type Letter, MailRefused } from "./mailer.ts";

/** One try is over by then, however it went (mailer.ts gives up sooner). */
const try_ms = 90_000;
const in_hand = "in hand until ";

/** Sends one mail. It is marked when the server has taken it, and a marked one is never sent again; while one try is under way
 *  another waits. A process that dies between the server's yes and the mark leaves it unmarked: then, and only then, it goes out a
 *  second time, under the same Message-ID. A mail that the server refuses for good is not tried again. Throws MailRefused, and
 *  Unavailable while another try is under way: both are tried again. */
export const sendMail: Task<"send_mail"> = async ({ mail_id, notice }, { pool, claims }) => {
  const { SMTP_URL } = env;
  if (SMTP_URL === undefined) return;
  const letter = await inTenant(pool, claims, "write", (tx) => takeInHand(tx, mail_id, notice));
  if (!letter) return;
  try {
    await deliver(SMTP_URL, letter);
  } catch (cause) {
    const refusal = cause instanceof MailRefused ? cause : new MailRefused("unreachable", false, cause);
    const failure = `${refusal.is_final ? "final: " : ""}${refusal.reason}`;
    await inTenant(pool, claims, "write", (tx) => mark(tx, mail_id, { failure }));
    if (refusal.is_final) return;
    throw refusal;
  }
  await inTenant(pool, claims, "write", (tx) =>
    mark(tx, mail_id, { sent_at: new Date().toISOString(), failure: null }),
  );
};

/** The row is held while it is looked at, so of two tries one takes it. Null: there is nothing to send. */
async function takeInHand(tx: Tx, mail_id: string, notice: MailedNotice | undefined): Promise<Letter | null> {
  const mail = await holdMail(tx, mail_id);
  if (!mail || mail.sent_at !== null || mail.failure?.startsWith("final: ")) return null;
  const until = mail.failure?.startsWith(in_hand) ? Date.parse(mail.failure.slice(in_hand.length)) : 0;
  if (until > Date.now()) throw new Unavailable("This mail is being sent.");
  const told = notice ?? (await noticeOf(tx, mail.notification_id));
  const kind = notification_kinds.find((one) => one === mail.kind);
  if (!told || !kind || mail.email === null || !mail.is_active) {
    await mark(tx, mail_id, { failure: "final: nobody to send it to" });
    return null;
  }
  const failure = `${in_hand}${new Date(Date.now() + try_ms).toISOString()}`;
  await mark(tx, mail_id, { failure, attempts: sql`${mails.attempts} + 1` });
  const { PUBLIC_ORIGIN: origin = `http://localhost:${env.PORT}`, MAIL_FROM } = env;
  const host = new URL(origin).hostname;
  return {
    ...letterOf({ ...told, kind }, mail, origin),
    to: { name: mail.name, address: mail.email },
    from: MAIL_FROM ?? `no-reply@${host}`,
    message_id: `<${mail_id}@${host}>`,
  };
}

async function holdMail(tx: Tx, id: string) {
  const [mail] = await tx
    .select({
      kind: mails.kind,
      notification_id: mails.notification_id,
      sent_at: mails.sent_at,
      failure: mails.failure,
      name: users.name,
      email: users.email,
      is_active: users.is_active,
      locale: sql<"ar" | "en">`coalesce(${users.locale}, ${companies.locale})`,
      digits: sql<"latn" | "arab">`coalesce(${users.digits}, ${companies.digits})`,
      time_zone: companies.timezone,
    })
    .from(mails)
    .innerJoin(users, and(eq(users.company_id, mails.company_id), eq(users.id, mails.user_id)))
    .innerJoin(companies, eq(companies.company_id, mails.company_id))
    .where(and(eq(mails.company_id, tx.company_id), eq(mails.id, id)))
    .for("update", { of: mails });
  return mail;
}

async function noticeOf(tx: Tx, id: string | null): Promise<Omit<Told, "kind"> | undefined> {
  if (id === null) return undefined;
  const [row] = await tx
    .select({
      subject_table: notifications.subject_table,
      subject_id: notifications.subject_id,
      params: notifications.params,
    })
    .from(notifications)
    .where(and(eq(notifications.company_id, tx.company_id), eq(notifications.id, id)));
  return row;
}

async function mark(tx: Tx, id: string, values: Parameters<ReturnType<typeof tx.update<typeof mails>>["set"]>[0]) {
  await tx
    .update(mails)
    .set(values)
    .where(and(eq(mails.company_id, tx.company_id), eq(mails.id, id)));
}
