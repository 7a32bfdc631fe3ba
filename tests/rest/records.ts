import * as z from "zod";
import type { Portal } from "./portal.ts";

const Made = z.record(z.string(), z.looseObject({ id: z.uuid() }));

let serial = 0;

/** Makes records of company a through the contract's own calls; each answers its id. */
export function recordsOf({ send, world }: Portal) {
  const token = world.a.users.admin.token;
  const make = async (path: string, json: object): Promise<string> => {
    const { status, body, text } = await send("POST", path, { token, json });
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
    const [record] = Object.values(Made.parse(body));
    if (!record) throw new Error(`POST ${path} answered no record.`);
    return record.id;
  };
  const next = () => {
    serial += 1;
    return serial;
  };
  return {
    customer: () => make("/api/customers", { name: "سارة القحطاني", phone: `05${String(10_000_000 + next())}` }),
    property: () =>
      make("/api/properties", {
        reference: `RW-${next()}`,
        title: "فيلا بحديقة في الملقا",
        kind: "villa",
        price: "2450000.00",
        city: "الرياض",
        district: "الملقا",
      }),
    async booking(times: { starts_at?: string; ends_at?: string; property_id?: string } = {}) {
      const customer_id = await this.customer();
      const property_id = times.property_id ?? (await this.property());
      const { starts_at = "2026-12-01T14:00:00.000Z", ends_at = "2026-12-01T15:00:00.000Z" } = times;
      return make("/api/bookings", { customer_id, property_id, starts_at, ends_at });
    },
    ticket: () => make("/api/tickets", { subject: "تسريب في المطبخ", category: "maintenance" }),
    campaign: () => make("/api/campaigns", { name: "مهتمّو شمال الرياض", type: "voice" }),
    conversation: () =>
      make("/api/conversations", {
        type: "voice",
        transcript: [{ speaker: "customer", text: "أبغى أعاين الفيلا يوم الأحد", at_ms: 0 }],
        summary: "استفسار عن مشروع",
        duration_seconds: 154,
        audio_url: "https://example.com/call.mp3",
      }),
    user: () =>
      make("/api/users", { username: `user-${next()}`, name: "نورة", role: "agent", password: "a long passphrase" }),
  };
}
