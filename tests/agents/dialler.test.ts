import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OutboundCall, VendorError, type VendorFault } from "#agents/ports.ts";
import { type SettledAttempt, settleAttempt } from "#features/campaigns/attempts.ts";
import { dialNow } from "#features/campaigns/jobs.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { diallingOf, scriptedAgents } from "#tests/support/dialling.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let a: ReturnType<typeof diallingOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  a = diallingOf(database, world.a.company_id);
  await a.anytime();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

async function dial(campaign_id: string, scripted = scriptedAgents(), at?: Date) {
  const claims = await systemClaims(world.services.pool, world.a.company_id);
  await dialNow({ pool: world.services.pool, claims, ...scripted }, campaign_id, at);
  return scripted;
}
async function settle(settled: Partial<SettledAttempt>) {
  const claims = await systemClaims(world.services.pool, world.a.company_id);
  const report = {
    vendor_call_id: null,
    conversation_id: null,
    result: "answered" as const,
    ended_at: new Date().toISOString(),
  };
  return inTenant(world.services.pool, claims, "write", (tx) => settleAttempt(tx, { ...report, ...settled }));
}
/** Settles whatever of the campaign is open. */
async function settleAll(campaign_id: string, result: SettledAttempt["result"]) {
  for (const { id, ended_at } of await a.attempts(campaign_id)) {
    if (ended_at === null) await settle({ attempt_id: id, result });
  }
}
const ofAttempt = (call?: OutboundCall) => String(call?.variables.attempt_id);

describe("a running campaign", () => {
  it("calls as many at once as the company may, each with the id of its try, and goes on as they end", async () => {
    const campaign_id = await a.running({ phones: await a.customers(5), script: "عرض جديد" });
    const scripted = await dial(campaign_id);
    expect(scripted.calls).toHaveLength(3);
    const open = await a.attempts(campaign_id);
    expect(new Set(scripted.calls.map(ofAttempt))).toEqual(new Set(open.map(({ id }) => id)));
    expect(scripted.calls[0]).toMatchObject({ phone_number_id: "phone_1", variables: { campaign_script: "عرض جديد" } });
    expect(open.every(({ vendor_call_id, conversation_id }) => vendor_call_id && conversation_id)).toBe(true);
    expect((await a.jobs("poll_call")).length).toBeGreaterThanOrEqual(3);

    await dial(campaign_id, scripted);
    expect(scripted.calls).toHaveLength(3);
    await settle({ vendor_call_id: "call_1" });
    await dial(campaign_id, scripted);
    expect(scripted.calls).toHaveLength(4);
    await settleAll(campaign_id, "answered");
    await dial(campaign_id, scripted);
    await settleAll(campaign_id, "answered");
    await dial(campaign_id, scripted);
    expect(await a.status(campaign_id)).toMatchObject({ status: "completed" });
    expect(scripted.calls).toHaveLength(5);
    expect(new Set(scripted.calls.map(({ to }) => to)).size).toBe(5);
    expect(
      (await a.recipients(campaign_id)).every(
        ({ status, conversation_id }) => status === "answered" && conversation_id,
      ),
    ).toBe(true);
  });

  it("shares the room with the company's other campaigns", async () => {
    const [first, second] = [
      await a.running({ phones: await a.customers(2) }),
      await a.running({ phones: await a.customers(4) }),
    ];
    const scripted = await dial(
      first,
      scriptedAgents((_, n) => `shared_${n}`),
    );
    await dial(second, scripted);
    expect(scripted.calls).toHaveLength(3);
    await settleAll(first, "answered");
    await dial(second, scripted);
    expect(scripted.calls).toHaveLength(5);
    await settleAll(second, "answered");
    await settleAll(first, "answered");
  });

  it("that is paused dials nobody, and its call at the moment still ends", async () => {
    const campaign_id = await a.running({ phones: await a.customers(4), created_by: world.a.users.sales_manager.id });
    const scripted = await dial(
      campaign_id,
      scriptedAgents((_, n) => `paused_${n}`),
    );
    await world.a.caller("sales_manager").campaigns.pause({ id: campaign_id, reason: "سبب" });
    await settleAll(campaign_id, "answered");
    await dial(campaign_id, scripted);
    expect(scripted.calls).toHaveLength(3);
    expect((await a.recipients(campaign_id)).map(({ status }) => status).sort()).toEqual([
      "answered",
      "answered",
      "answered",
      "pending",
    ]);
    await world.a.caller("sales_manager").campaigns.resume({ id: campaign_id });
    expect((await a.jobs("dial_campaign")).filter(({ payload }) => payload.campaign_id === campaign_id)).toHaveLength(
      1,
    );
    await dial(campaign_id, scripted);
    expect(scripted.calls).toHaveLength(4);
    await settleAll(campaign_id, "answered");
  });

  it("without a number to call from is paused and says why, having dialled nobody", async () => {
    const b = diallingOf(database, world.b.company_id);
    const campaign_id = await b.running({ phones: await b.customers(1) });
    const claims = await systemClaims(world.services.pool, world.b.company_id);
    const scripted = scriptedAgents();
    const voice = { ...scripted.agents.voice, is_simulated: false };
    const agents = { ...scripted.agents, voice };
    await dialNow({ pool: world.services.pool, claims, ...scripted, agents }, campaign_id);
    expect(await b.status(campaign_id)).toEqual({ status: "paused", pause_reason: "no_phone_number" });
    expect(scripted.calls).toEqual([]);
  });
});

describe("a try that reached nobody", () => {
  it.each([
    ["busy", 30],
    ["no_answer", 240],
    ["voicemail", 1440],
    ["failed", 60],
  ] as const)(
    "%s is tried again %i minutes later, three times at most, and then the campaign ends",
    async (result, minutes) => {
      const campaign_id = await a.running({ phones: await a.customers(1) });
      const scripted = scriptedAgents((_, n) => `${result}_${n}`);
      let at = new Date();
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        await dial(campaign_id, scripted, at);
        expect(scripted.calls).toHaveLength(attempt);
        await settle({ vendor_call_id: `${result}_${attempt}`, result, ended_at: at.toISOString() });
        const [who] = await a.recipients(campaign_id);
        at = new Date(at.getTime() + minutes * 60_000);
        expect(who).toMatchObject({ status: result, attempts: attempt, next_attempt_at: attempt === 3 ? null : at });
        await dial(campaign_id, scripted, new Date(at.getTime() - 1000));
        expect(scripted.calls).toHaveLength(attempt);
      }
      expect(await a.status(campaign_id)).toMatchObject({ status: "completed" });
    },
  );

  it("told twice, and told otherwise later, changes nothing", async () => {
    const campaign_id = await a.running({ phones: await a.customers(1) });
    await dial(
      campaign_id,
      scriptedAgents(() => "twice"),
    );
    expect(await settle({ vendor_call_id: "twice", result: "busy" })).toBe(true);
    const before = await a.recipients(campaign_id);
    expect(await settle({ vendor_call_id: "twice", result: "busy" })).toBe(true);
    expect(await settle({ vendor_call_id: "twice", result: "answered" })).toBe(true);
    expect(await a.recipients(campaign_id)).toEqual(before);
    expect(await settle({ vendor_call_id: "no such call", attempt_id: "not an id" })).toBe(false);
  });
});

describe("a dial whose end nobody knows", () => {
  it.each(["timeout", "cut", "unavailable", "invalid_answer"] as VendorFault[])(
    "%s: is not made again, is settled by a report that carries its try, else given up and counted",
    async (fault) => {
      const [known, unknown] = [
        await a.running({ phones: await a.customers(1) }),
        await a.running({ phones: await a.customers(1) }),
      ];
      const scripted = scriptedAgents(() => Promise.reject(new VendorError("elevenlabs", fault)));
      const begin = new Date();
      await dial(known, scripted, begin);
      await dial(unknown, scripted, begin);
      await dial(known, scripted, new Date(begin.getTime() + 60_000));
      expect(scripted.calls).toHaveLength(2);
      expect((await a.attempts(known))[0]).toMatchObject({ outcome: null, vendor_call_id: null });
      expect(await settle({ vendor_call_id: `late_${fault}`, attempt_id: ofAttempt(scripted.calls[0]) })).toBe(true);
      expect((await a.attempts(known))[0]).toMatchObject({ outcome: "answered", vendor_call_id: `late_${fault}` });

      const later = new Date(begin.getTime() + 31 * 60_000);
      await dial(unknown, scripted, later);
      expect(scripted.calls).toHaveLength(2);
      expect((await a.recipients(unknown))[0]).toMatchObject({ status: "failed", reason: "in_doubt", attempts: 1 });
      await dial(unknown, scripted, new Date(later.getTime() + 3_600_000));
      expect(scripted.calls).toHaveLength(3);
      expect((await a.attempts(unknown)).map(({ attempt }) => attempt)).toEqual([1, 2]);
      await settleAll(unknown, "answered");
    },
  );

  it("was given up and answered after all: the truth is kept, and nobody calls again", async () => {
    const campaign_id = await a.running({ phones: await a.customers(1) });
    const scripted = await dial(
      campaign_id,
      scriptedAgents(() => Promise.reject(new VendorError("elevenlabs", "cut"))),
    );
    await dial(campaign_id, scripted, new Date(Date.now() + 31 * 60_000));
    await settle({ vendor_call_id: "after_all", attempt_id: ofAttempt(scripted.calls[0]) });
    expect((await a.recipients(campaign_id))[0]).toMatchObject({
      status: "answered",
      reason: null,
      next_attempt_at: null,
    });
    await dial(campaign_id, scripted, new Date(Date.now() + 3 * 3_600_000));
    expect(scripted.calls).toHaveLength(1);
    expect(await a.status(campaign_id)).toMatchObject({ status: "completed" });
  });
});

describe("a vendor that refuses", () => {
  it.each(["unauthorized", "no_credit", "quota"] as VendorFault[])(
    "%s: pauses the campaign at once and says so",
    async (fault) => {
      const campaign_id = await a.running({ phones: await a.customers(5), created_by: world.a.users.admin.id });
      const scripted = await dial(
        campaign_id,
        scriptedAgents(() => Promise.reject(new VendorError("elevenlabs", fault))),
      );
      expect(await a.status(campaign_id)).toEqual({ status: "paused", pause_reason: `vendor_${fault}` });
      expect(scripted.calls).toHaveLength(3);
      expect(await database.superuser`select from notifications where subject_id = ${campaign_id}`).toHaveLength(1);
      expect((await a.attempts(campaign_id)).every(({ outcome }) => outcome === "failed")).toBe(true);
    },
  );

  it("too fast: waits as long as it was told to", async () => {
    const campaign_id = await a.running({ phones: await a.customers(1) });
    const begin = Date.now();
    await dial(
      campaign_id,
      scriptedAgents(() => Promise.reject(new VendorError("elevenlabs", "rate_limited", { retry_after_seconds: 600 }))),
    );
    const [job] = (await a.jobs("dial_campaign")).filter(({ payload }) => payload.campaign_id === campaign_id);
    expect(job?.run_at.getTime()).toBeGreaterThanOrEqual(begin + 600_000 - 1000);
  });
});

describe("too many failures", () => {
  it("pause the campaign once and tell its owner once; after it resumes the old ones do not count", async () => {
    const created_by = world.a.users.sales_manager.id;
    const campaign_id = await a.running({ phones: await a.customers(14), created_by, failure_limit_percent: 50 });
    const scripted = scriptedAgents((_, n) => `fail_${n}`);
    const told = () =>
      database.superuser`select kind, user_id, params from notifications where subject_id = ${campaign_id}`;
    for (let done = 0; done < 9; done += 3) {
      await dial(campaign_id, scripted);
      await settleAll(campaign_id, done < 3 ? "answered" : "failed");
    }
    // Six of nine failed: over the limit, but too few to say so.
    expect(await a.status(campaign_id)).toMatchObject({ status: "running" });
    await dial(campaign_id, scripted);
    await settleAll(campaign_id, "failed");
    expect(await a.status(campaign_id)).toEqual({ status: "paused", pause_reason: "failure_limit" });
    expect(await told()).toEqual([
      { kind: "campaign_paused", user_id: created_by, params: { name: "متابعة", reason: "failure_limit" } },
    ]);
    await dial(campaign_id, scripted);
    expect(scripted.calls).toHaveLength(12);
    await world.a.caller("sales_manager").campaigns.resume({ id: campaign_id });
    await dial(campaign_id, scripted);
    await settleAll(campaign_id, "failed");
    expect(await a.status(campaign_id)).toMatchObject({ status: "running" });
    expect(await told()).toHaveLength(1);
  });

  it("within the limit pause nothing", async () => {
    const campaign_id = await a.running({ phones: await a.customers(12), failure_limit_percent: 60 });
    const scripted = scriptedAgents((_, n) => `few_${n}`);
    for (let done = 0; done < 12; done += 3) {
      await dial(campaign_id, scripted);
      await settleAll(campaign_id, done % 2 === 0 ? "failed" : "answered");
    }
    expect((await a.status(campaign_id))?.status).toBe("running");
  });
});

describe("outside the hours", () => {
  it("nobody is dialled, each keeps the reason and the next allowed instant, and the campaign is looked at again then", async () => {
    await database.superuser`update dialling_rules set from_time = '09:00', to_time = '18:00' where company_id = ${world.a.company_id}`;
    const campaign_id = await a.running({ phones: await a.customers(3) });
    const scripted = await dial(
      campaign_id,
      scriptedAgents((_, n) => `hours_${n}`),
      new Date("2198-01-01T20:00:00Z"),
    );
    const opens = new Date("2198-01-02T06:00:00Z");
    expect(scripted.calls).toEqual([]);
    for (const who of await a.recipients(campaign_id)) {
      expect(who).toMatchObject({ status: "pending", reason: "outside_hours", next_attempt_at: opens, attempts: 0 });
    }
    const [job] = (await a.jobs("dial_campaign")).filter(({ payload }) => payload.campaign_id === campaign_id);
    expect(job?.run_at).toEqual(opens);
    await dial(campaign_id, scripted, opens);
    expect(scripted.calls).toHaveLength(3);
    expect((await a.recipients(campaign_id))[0]).toMatchObject({ status: "dialling", reason: null });
    await settleAll(campaign_id, "answered");
    await database.superuser`update dialling_rules set from_time = '00:00', to_time = '24:00' where company_id = ${world.a.company_id}`;
  });

  it("whoever was put off is asked about again when the company changes its rule, and a retry keeps its time", async () => {
    const rule = { country: "SA", from_time: "00:00", to_time: "24:00", on_weekend: true };
    const limits = { ...rule, unanswered_per_day: 10, unanswered_per_week: 30 };
    const save = (holidays: string[]) => world.a.caller("admin").diallingRules.save({ ...limits, holidays });
    const around = [-1, 0, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    const campaign_id = await a.running({ phones: await a.customers(2) });
    const scripted = scriptedAgents((_, n) => `again_${n}`);
    await dial(campaign_id, scripted);
    const [first] = await a.attempts(campaign_id);
    await settle({ attempt_id: first?.id ?? "", result: "no_answer" });
    await settleAll(campaign_id, "answered");
    const [retried] = await a.recipients(campaign_id);
    expect(retried).toMatchObject({ status: "no_answer", next_attempt_at: expect.any(Date) });

    await save(around);
    const [other = ""] = await a.customers(1);
    const put_off = await a.running({ phones: [other] });
    await dial(put_off, scripted);
    expect(await a.recipients(put_off)).toMatchObject([{ status: "pending", reason: "holiday" }]);
    const waits = async () =>
      (await a.jobs("dial_campaign")).find(({ payload }) => payload.campaign_id === put_off)?.run_at.getTime() ?? 0;
    expect(await waits()).toBeGreaterThan(Date.now() + 3_600_000);

    await save([]);
    expect(await waits()).toBeLessThanOrEqual(Date.now());
    await dial(put_off, scripted);
    expect(scripted.calls.at(-1)?.to).toBe(other);
    expect(await a.recipients(campaign_id)).toContainEqual(retried);
    await settleAll(put_off, "answered");
  });

  it("a number that is listed meanwhile is skipped with its reason, and the others are called", async () => {
    const phones = await a.customers(2);
    const campaign_id = await a.running({ phones });
    await world.a.caller("sales_manager").doNotCall.add({ phone: phones[0] ?? "", reason: "asked" });
    const scripted = await dial(
      campaign_id,
      scriptedAgents(() => "listed"),
    );
    expect(scripted.calls.map(({ to }) => to)).toEqual([phones[1]]);
    expect((await a.recipients(campaign_id)).map(({ status, reason }) => [status, reason])).toEqual([
      ["skipped", "do_not_call"],
      ["dialling", null],
    ]);
    await settleAll(campaign_id, "answered");
  });
});

describe("a text campaign", () => {
  it("writes to each once with his name, keeps the text as a conversation, and counts it delivered", async () => {
    const phones = await a.customers(2);
    const campaign_id = await a.running({ phones, type: "chat", script: "مرحبًا {name}، لدينا عرض." });
    const scripted = await dial(campaign_id);
    expect(scripted.messages.sent.map(({ to }) => to).sort()).toEqual([...phones].sort());
    const [first] = await a.recipients(campaign_id);
    expect(first).toMatchObject({ status: "answered", attempts: 1 });
    const [line] = await database.superuser`select m.text, c.type, c.direction, k.name from messages m
      join conversations c on c.id = m.conversation_id join customers k on k.id = c.customer_id where c.id = ${first?.conversation_id ?? ""}`;
    expect(line).toMatchObject({ type: "chat", direction: "outbound", text: `مرحبًا ${line?.name}، لدينا عرض.` });
    await dial(campaign_id, scripted);
    expect(scripted.messages.sent).toHaveLength(2);
    expect(await a.status(campaign_id)).toMatchObject({ status: "completed" });
  });

  it("to a number that the service refuses is tried again later, and one in doubt is left", async () => {
    const [refused, doubtful] = [await a.customers(1, "90"), await a.customers(1, "91")];
    const campaign_id = await a.running({ phones: [...refused, ...doubtful], type: "chat" });
    const scripted = await dial(campaign_id);
    expect((await a.recipients(campaign_id)).map(({ status, reason }) => [status, reason])).toEqual([
      ["failed", "vendor_refused"],
      ["dialling", null],
    ]);
    expect(scripted.messages.sent).toEqual([]);
  });
});

it("the figures of a campaign are those of SQL by hand", async () => {
  const [all] = await database.superuser<{ dialled: number; attempts: number; answered: number; id: string }[]>`
    select r.campaign_id as id, count(distinct d.recipient_id)::int as dialled, count(*)::int as attempts,
           count(distinct r.id) filter (where r.status = 'failed')::int as failed
      from dial_attempts d join campaign_recipients r on r.id = d.recipient_id
     where r.company_id = ${world.a.company_id} group by 1 having count(*) > count(distinct d.recipient_id) limit 1`;
  const { id = "", ...counted } = all ?? {};
  expect((await world.a.caller("sales_manager").campaigns.one({ id })).metrics).toMatchObject(counted);
});
