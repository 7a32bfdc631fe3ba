import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendMail } from "#features/notifications/mail/send-mail.ts";
import { type Notice, notify } from "#features/notifications/notify.ts";
import type { MailedNotice } from "#jobs/names.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { decodedHeader, partsOf } from "#tests/support/smtp-server.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;

// Before the modules above are loaded: the environment is read once.
const smtp = await vi.hoisted(async () => {
  const { openSmtpServer } = await import("#tests/support/smtp-server.ts");
  const server = await openSmtpServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "بوابة الوكلاء <portal@example.com>");
  vi.stubEnv("PUBLIC_ORIGIN", "https://portal.example.com");
  return server;
});

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  await database.superuser`update users set email = username || '@example.com'`;
});
afterAll(async () => {
  await world.close();
  await database.drop();
  await smtp.close();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  smtp.received.length = 0;
});

const a = () => world.a;
const manager = () => a().users.support_manager;
const prefer = (in_app: boolean, email: boolean, role: "support_manager" | "agent" = "support_manager") =>
  a().caller(role).notifications.savePreference({ kind: "ticket_assigned", in_app, email });

/** Tells the support manager; answers the event. */
async function tell(notice: Partial<Notice> = {}): Promise<string> {
  const event_key = notice.event_key ?? uuidv7();
  await inTenant(world.services.pool, await systemClaims(world.services.pool, a().company_id), "write", (tx) =>
    notify(tx, {
      user_id: manager().id,
      kind: "ticket_assigned",
      subject_table: "tickets",
      subject_id: uuidv7(),
      params: { reference: "TK-1042", subject: "تسرّب مياه", priority: "urgent" },
      ...notice,
      event_key,
    }),
  );
  return event_key;
}
interface Job {
  payload: { mail_id: string; company_id: string; notice?: MailedNotice };
}
/** The jobs that wait for a mail of these events. */
const jobsOf = (...event_keys: string[]) =>
  database.superuser<
    Job[]
  >`select j.payload from jobs._private_jobs j join mails m on m.id = (j.payload ->> 'mail_id')::uuid
    where m.event_key = any(${event_keys})`;
async function send({ payload }: Job): Promise<void> {
  const { pool, agents, recordings } = world.services;
  const claims = await systemClaims(pool, payload.company_id);
  await sendMail(payload, { pool, agents, recordings, claims });
}
const stateOf = async (event_key: string) =>
  (
    await database.superuser`select attempts, sent_at is not null as is_sent, failure from mails where event_key = ${event_key}`
  )[0];
async function oneJob(event_key: string): Promise<Job> {
  const [job] = await jobsOf(event_key);
  if (!job) throw new Error("no job waits");
  return job;
}

describe("a notification by mail", () => {
  it("arrives in the reader's language and direction, with the way there and no customer's number", async () => {
    await prefer(true, true);
    const event = await tell({
      params: { reference: "TK-1042", subject: "اتصال <b>٠٥٥١٢٣٤٥٦٧</b> و +966 50 000 4187", priority: "urgent" },
    });
    await send(await oneJob(event));
    const [mail] = smtp.received;
    if (!mail) throw new Error("nothing arrived");
    expect(mail.to).toEqual([`${manager().username}@example.com`]);
    // Encoded words on the wire: nothing but ASCII in a header.
    expect(mail.headers.subject).toMatch(/^[\x20-\x7e]+$/);
    expect(decodedHeader(mail.headers.subject ?? "")).toBe("أُسندت إليك التذكرة \u2066TK-1042\u2069");
    expect(decodedHeader(mail.headers.from ?? "")).toBe("بوابة الوكلاء <portal@example.com>");
    expect(mail.headers).toMatchObject({ "auto-submitted": "auto-generated", "content-language": "ar" });
    const { "text/plain": text = "", "text/html": html = "" } = partsOf(mail);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<bdi dir="ltr">TK-1042</bdi>');
    expect(html).toContain("اتصال &lt;b&gt;…&lt;/b&gt; و …");
    expect(text).toContain("https://portal.example.com/tickets?tab=all&ticket=");
    expect(text + html).not.toMatch(/4187|٤٥٦٧/);
  });

  it("is written in English and in the person's own digits where he chose so", async () => {
    await prefer(true, true);
    await database.superuser`update users set locale = 'en' where id = ${manager().id}`;
    const event = await tell({
      kind: "booking_decided",
      params: { customer_name: "+966 50 000 4187", starts_at: "2026-12-01T14:00:00.000Z", status: "approved" },
    });
    expect(await jobsOf(event)).toEqual([]);
    await a()
      .caller("support_manager")
      .notifications.savePreference({ kind: "booking_decided", in_app: true, email: true });
    const wanted = await tell({
      kind: "booking_decided",
      params: { customer_name: "+966 50 000 4187", starts_at: "2026-12-01T14:00:00.000Z", status: "approved" },
    });
    await send(await oneJob(wanted));
    await database.superuser`update users set locale = null, digits = 'arab' where id = ${manager().id}`;
    const arabic = await tell({
      kind: "booking_decided",
      params: { starts_at: "2026-12-01T14:00:00.000Z", property_title: "فيلا الملقا" },
    });
    await send(await oneJob(arabic));
    const [english, other] = smtp.received.map(partsOf);
    // A customer whom nobody has named goes by his number: not in a mail.
    expect(english?.["text/plain"]).toMatch(/^The viewing of \u2068a customer\u2069 is approved/);
    expect(english?.["text/html"]).toContain('<html lang="en" dir="ltr">');
    expect(other?.["text/plain"]).toContain("٥:٠٠ م");
    await database.superuser`update users set digits = null where id = ${manager().id}`;
  });

  it("is sent once for one event, however often it is told and however many jobs run", async () => {
    await prefer(true, true);
    const event_key = uuidv7();
    for (let time = 0; time < 3; time += 1) await tell({ event_key });
    await Promise.all([1, 2, 3].map(() => tell({ event_key })));
    expect(await jobsOf(event_key)).toHaveLength(1);
    const job = await oneJob(event_key);
    const ended = await Promise.allSettled([send(job), send(job), send(job)]);
    expect(ended.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await send(job);
    expect(smtp.received).toHaveLength(1);
    expect(await stateOf(event_key)).toEqual({ attempts: 1, is_sent: true, failure: null });
  });

  it("is for who asked for it: not without the wish, without an address, or once the account is closed", async () => {
    await prefer(true, false);
    expect(await jobsOf(await tell())).toEqual([]);
    await prefer(true, true);
    await database.superuser`update users set email = null where id = ${manager().id}`;
    expect(await jobsOf(await tell())).toEqual([]);
    await database.superuser`update users set email = 'm@example.com' where id = ${manager().id}`;
    const event = await tell();
    await database.superuser`update users set is_active = false where id = ${manager().id}`;
    await send(await oneJob(event));
    await database.superuser`update users set is_active = true where id = ${manager().id}`;
    expect([smtp.received, await stateOf(event)]).toMatchObject([
      [],
      { is_sent: false, failure: "final: nobody to send it to" },
    ]);
  });

  it("comes alone to who wants nothing of it in the portal", async () => {
    await prefer(false, true);
    const event = await tell();
    expect(await database.superuser`select from notifications where event_key = ${event}`).toHaveLength(0);
    await send(await oneJob(event));
    expect(decodedHeader(smtp.received[0]?.headers.subject ?? "")).toContain("TK-1042");
    await prefer(true, true);
  });

  it("that was taken but not marked goes out once more after its time, under the same Message-ID; a marked one never", async () => {
    const event = await tell();
    const job = await oneJob(event);
    await send(job);
    // As if the process had died between the server's yes and the mark.
    const until = (ms: number) => `in hand until ${new Date(Date.now() + ms).toISOString()}`;
    await database.superuser`update mails set sent_at = null, failure = ${until(60_000)} where event_key = ${event}`;
    await expect(send(job)).rejects.toThrow("being sent");
    await database.superuser`update mails set failure = ${until(-1)} where event_key = ${event}`;
    await send(job);
    await send(job);
    expect(smtp.received).toHaveLength(2);
    const ids = smtp.received.map(({ headers }) => headers["message-id"]);
    expect(ids).toEqual([`<${job.payload.mail_id}@portal.example.com>`, ids[0]]);
    expect(await stateOf(event)).toEqual({ attempts: 2, is_sent: true, failure: null });
  });

  it("that the server refuses for good is recorded and left; one refused for now is tried again", async () => {
    const [final, later] = [await tell(), await tell()];
    smtp.answerNext("550 no such mailbox m@example.com");
    await send(await oneJob(final));
    await send(await oneJob(final));
    expect([smtp.received, await stateOf(final)]).toEqual([
      [],
      { attempts: 1, is_sent: false, failure: "final: refused 550" },
    ]);
    smtp.answerNext("451 busy");
    await expect(send(await oneJob(later))).rejects.toMatchObject({ is_final: false });
    expect(await stateOf(later)).toMatchObject({ is_sent: false, failure: "refused 451" });
    await send(await oneJob(later));
    expect(await stateOf(later)).toEqual({ attempts: 2, is_sent: true, failure: null });
  });
});
