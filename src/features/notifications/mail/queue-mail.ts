import { mails } from "#drizzle/schema/mails.ts";
import { enqueue } from "#server/jobs.ts";
import type { Tx } from "#server/tenant.ts";
import type { Notice } from "../notify.ts";

/** Has a notice sent by mail once this transaction commits; once an event and person. `notification_id` is null when it stands
 *  in no inbox. Source: mails. */
export async function queueMail(tx: Tx, notice: Notice, notification_id: string | null): Promise<void> {
  const { user_id, kind, event_key, subject_table, subject_id, params } = notice;
  const [mail] = await tx
    .insert(mails)
    .values({ company_id: tx.company_id, user_id, notification_id, event_key, kind })
    .onConflictDoNothing({ target: [mails.company_id, mails.user_id, mails.event_key] })
    .returning({ id: mails.id });
  if (!mail) return;
  const payload = { mail_id: mail.id, ...(!notification_id && { notice: { subject_table, subject_id, params } }) };
  await enqueue(tx, "send_mail", payload, { run_key: mail.id });
}
