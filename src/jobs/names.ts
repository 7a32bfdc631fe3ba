/** Background jobs by name, with what each is given beside its company. The row is read again when the job runs, so a payload
 *  holds ids and nothing that may change. */
export interface Jobs {
  /** Starts a scheduled campaign when its time has come. */
  start_campaign: { campaign_id: string };
  /** Looks whom a running campaign may call now, and places as many calls as there is room for. */
  dial_campaign: { campaign_id: string };
  /** Asks the vendor for a call whose final report has not come. */
  poll_call: { conversation_id: string; tries: number };
  /** Fetches the recording of a call. */
  fetch_recording: { conversation_id: string; tries: number };
  /** Writes what a conversation came to. */
  summarise_conversation: { conversation_id: string };
  /** Sends a notification by e-mail. One that stands in no inbox brings along what it says, fixed when it happened. */
  send_mail: { mail_id: string; notice?: MailedNotice | undefined };
}
export interface MailedNotice {
  subject_table: string;
  subject_id: string;
  params: Record<string, string | number | null>;
}
export type JobName = keyof Jobs;
