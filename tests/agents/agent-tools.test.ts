import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPortal, type Portal } from "../rest/portal.ts";
import { rowsOf } from "../support/rows.ts";
import { agentOf, detailOf, openVendor, signed, transcription, type Vendor, webhook_secret } from "./support/vendor.ts";

let vendor: Vendor;
let portal: Portal;
let secret: string;
let foreign: string;
let hook: string;

beforeAll(async () => {
  vendor = await openVendor();
  portal = await openPortal({ agents: vendor.agents });
  secret = (await portal.world.a.caller().integrations.rotateToolSecret({})).secret;
  foreign = (await portal.world.b.caller().integrations.rotateToolSecret({})).secret;
  hook = (await portal.world.a.caller().integrations.read({})).webhook_path.split("/").at(-1) ?? "";
});
afterAll(async () => {
  await portal.close();
  await vendor.close();
});

const use = (tool: string, json: Record<string, unknown>, token: string | undefined = secret) =>
  portal.send("POST", `/api/agent-tools/${tool}`, { json, ...(token && { token }) });
const customers = (phone: string) => portal.database.superuser`select company_id from customers where phone = ${phone}`;
const calls = (vendor_id: string) =>
  portal.database
    .superuser`select id, company_id, status, channel, customer_id from conversations where vendor_conversation_id = ${vendor_id}`;
const find = (conversation_id: string, phone: string) => ({ conversation_id, phone, name: "نوف" });

describe("a tool over HTTP", () => {
  it("acts in the secret's company and in the call that the vendor named, which goes on to its transcript", async () => {
    const { status, body } = await use("find_or_create_customer", find("conv_tool", "0500000801"));
    expect([status, body.ok]).toEqual([200, true]);
    expect(await customers("+966500000801")).toEqual([{ company_id: portal.world.a.company_id }]);
    const [call] = await calls("conv_tool");
    expect(call).toMatchObject({ company_id: portal.world.a.company_id, status: "in_progress", channel: "phone" });
    const raw = transcription(
      detailOf("conv_tool", agentOf(hook), {
        transcript: [
          { role: "user", message: "رقمي ٠٥٠٠٠٠٠٨٠١", time_in_call_secs: 1 },
          {
            role: "agent",
            time_in_call_secs: 2,
            tool_calls: [{ request_id: "r1", tool_name: "find_or_create_customer", params_as_json: "{}" }],
            tool_results: [
              { request_id: "r1", tool_name: "find_or_create_customer", result_value: "{}", is_error: false },
            ],
          },
          { role: "agent", message: "تم", time_in_call_secs: 5 },
        ],
      }),
    );
    await portal.send("POST", `/api/webhooks/elevenlabs/${hook}`, { raw, headers: signed(raw) });
    const [settled] = await calls("conv_tool");
    expect(settled).toMatchObject({ id: call?.id, status: "ended", customer_id: call?.customer_id });
    const lines = await portal.database
      .superuser`select speaker, tool -> 'arguments' ->> 'name' as named from messages where conversation_id = ${call?.id} order by position`;
    expect(lines).toEqual([
      { speaker: "customer", named: null },
      { speaker: "tool", named: "نوف" },
      { speaker: "agent", named: null },
    ]);
  });

  it("is refused once the call is settled", async () => {
    const { status, error } = await use("find_or_create_customer", find("conv_tool", "0500000899"));
    expect([status, error.code]).toEqual([409, "CONFLICT"]);
    expect(await customers("+966500000899")).toEqual([]);
  });

  it("with a wrong argument or an unknown name is an answer that the model can mend", async () => {
    const wrong = await use("open_ticket", { conversation_id: "conv_wrong", category: "x" });
    const unknown = await use("delete_customer", { conversation_id: "conv_wrong" });
    for (const { status, body } of [wrong, unknown]) expect([status, body.ok]).toEqual([200, false]);
  });

  it("of the simulator carries its own token, made from the secret that it signs with", async () => {
    const mac = createHmac("sha256", webhook_secret).update(`tools.${hook}`).digest("hex");
    const simulated = `sim_${hook}_${mac}`;
    expect((await use("find_or_create_customer", find("conv_sim", "0500000802"), simulated)).status).toBe(200);
    const forged = `sim_${hook}_${"0".repeat(64)}`;
    expect((await use("find_or_create_customer", find("conv_sim", "0500000803"), forged)).status).toBe(401);
    expect(await customers("+966500000803")).toEqual([]);
  });
});

describe("what opens nothing", () => {
  it("no secret, a malformed one, another kind of token, and one that was replaced", async () => {
    const old = secret;
    secret = (await portal.world.a.caller().integrations.rotateToolSecret({})).secret;
    const session = portal.world.a.users.admin.token;
    for (const [index, token] of ["", "vpt_x", session, old, `${secret}x`].entries()) {
      const phone = `050000081${index}`;
      const { status } = await portal.send("POST", "/api/agent-tools/find_or_create_customer", {
        json: find("conv_closed", phone),
        ...(token && { token }),
      });
      expect(status, token).toBe(401);
      expect(await customers(`+96650000081${index}`)).toEqual([]);
    }
    expect(await calls("conv_closed")).toEqual([]);
    expect((await use("find_or_create_customer", find("conv_open", "0500000820"))).status).toBe(200);
  });

  it("another company's secret reaches neither the call nor the customer, by whatever ids it names", async () => {
    await use("find_or_create_customer", find("conv_a", "0500000830"));
    const [own] = await calls("conv_a");
    const customer_id = await rowsOf(portal.database, portal.world.a.company_id).customer();
    const injected = {
      conversation_id: "conv_a",
      company_id: portal.world.a.company_id,
      customer_id,
    };
    await use("customer_history", injected, foreign);
    await use("find_or_create_customer", { ...injected, phone: "0500000831" }, foreign);
    const all = await calls("conv_a");
    expect(all.find(({ company_id }) => company_id === portal.world.a.company_id)).toEqual(own);
    expect(await customers("+966500000831")).toEqual([]);
    const answers = await portal.database
      .superuser`select tool::text as step from messages where company_id = ${portal.world.b.company_id} and tool ->> 'ok' = 'true'`;
    expect(answers).toEqual([]);
  });

  it("ids among the arguments of one's own call do not choose its customer", async () => {
    const other = await rowsOf(portal.database, portal.world.a.company_id).customer({ name: "سرّي" });
    const { body } = await use("customer_history", { conversation_id: "conv_own", customer_id: other });
    expect(body.ok).toBe(false);
    expect(JSON.stringify(body)).not.toContain("سرّي");
  });

  it("too many of a company in a minute are 429, and another company goes on", async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const got: number[] = [];
        for (let n = 0; n < 32; n += 1) got.push((await use("unknown_tool", { conversation_id: "" })).status);
        return got;
      }),
    );
    expect(many.flat()).toContain(429);
    expect((await use("customer_history", { conversation_id: "conv_b" }, foreign)).status).toBe(200);
  });
});

it("the secret is shown once; its hash can be read by nobody, and only admins may ask for another", async () => {
  const [row] = await portal.database
    .superuser`select tool_secret_hash from integrations where company_id = ${portal.world.a.company_id}`;
  expect(row?.tool_secret_hash).toMatch(/^[0-9a-f]{64}$/);
  const shown = await portal.world.a.caller().integrations.read({});
  expect(secret.startsWith(`${shown.tool_secret_prefix}_`)).toBe(true);
  expect(JSON.stringify(shown)).not.toContain(secret);
  for (const role of ["agent", "sales_manager", "support_manager"] as const) {
    await expect(portal.world.a.caller(role).integrations.rotateToolSecret({})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(portal.world.a.caller(role).integrations.read({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
