import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { encodeCursor } from "#lib/cursor.ts";
import { minorToDecimal } from "#lib/money.ts";
import { asked, type Statement } from "./statement.ts";

const readers = new Set(["admin", "sales_manager"]);

/** The same work written out for this one list, as somebody would who needs no other: the session, then enter and SELECT
 *  pipelined in a read-only transaction. It has the guarantees of the database and none of the portal's own. */
export function byHand(options: { appUrl: string; pool_size: number; statement: Statement }) {
  const { text, parameters } = options.statement;
  const sql = postgres(options.appUrl, {
    max: options.pool_size,
    prepare: true,
    connection: { TimeZone: "UTC" },
    types: { day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day } },
  });

  /** Rows in the order of the SELECT's columns; null when the token opens nothing. */
  async function rows(token: string): Promise<Row[] | null> {
    const company = token.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})\..*$/, "$1-$2-$3-$4-$5");
    const hash = createHash("sha256").update(token).digest("hex");
    const [session] = await sql<{ company_id: string; user_id: string; role: string; expires_at: Date }[]>`
      select company_id, user_id, role, expires_at from app.find_session(${company}, ${hash})`;
    if (!session || session.expires_at.getTime() < Date.now() || !readers.has(session.role)) return null;
    const { company_id, user_id, role } = session;
    const values = parameters.map((value) => (typeof value === "number" ? value : company_id));
    const [, found] = await sql.begin("read only", (tx) => [
      tx`select app.enter(${company_id}, ${user_id}, ${role}, ${randomUUID()})`,
      tx.unsafe(text, values, { prepare: true }).values(),
    ]);
    return asRows(found);
  }

  async function page(token: string): Promise<string | null> {
    const found = await rows(token);
    if (found === null) return null;
    const bookings = found.slice(0, asked.limit).map(asBooking);
    const last = bookings.at(-1);
    const more = found.length > asked.limit && last !== undefined;
    return JSON.stringify({
      bookings,
      next_cursor: more ? encodeCursor([0, last.starts_at.toISOString(), last.id]) : null,
    });
  }

  return { rows, page };
}

type Text = string | null;
type Row = [
  ...[id: string, company_id: string, number: string, customer_id: string],
  ...[id: string, name: string, phone: string, stage: string, property_id: string],
  ...[id: string, reference: string, title: string, title_en: Text, district: string, kind: string, permit: Text],
  ...[permit_expires_on: Text, staff_id: Text, id: Text, name: Text, conversation_id: Text],
  ...[starts_at: Date, ends_at: Date, price_minor: Text, currency: string, status: string, source: string, notes: Text],
  ...[clashes: number, id: Text, name: Text, gender: Text, decided_at: Date | null, reject_reason: Text],
  ...[version: number, created_at: Date, updated_at: Date],
];

/** Guarantee: the statement is listBookings' own, and run.ts holds this answer against the portal's before any clock runs. */
function asRows(found: unknown): Row[] {
  return found as Row[];
}

function asBooking(row: Row) {
  return {
    id: row[0],
    company_id: row[1],
    reference: `VB-${row[2]}`,
    customer_id: row[3],
    customer: { id: row[4], name: row[5], phone: row[6], stage: row[7] },
    property_id: row[8],
    property: {
      id: row[9],
      reference: row[10],
      title: row[11],
      title_en: row[12],
      district: row[13],
      kind: row[14],
      permit_number: row[15],
      permit_expires_on: row[16],
    },
    staff_id: row[17],
    staff: row[18] === null ? null : { id: row[18], name: row[19] },
    conversation_id: row[20],
    starts_at: row[21],
    ends_at: row[22],
    price: row[23] === null ? null : minorToDecimal(row[23], row[24]),
    currency: row[24],
    status: row[25],
    source: row[26],
    notes: row[27],
    clashes: row[28],
    decided_by: row[29] === null ? null : { id: row[29], name: row[30], gender: row[31] },
    decided_at: row[32],
    reject_reason: row[33],
    version: row[34],
    created_at: row[35],
    updated_at: row[36],
  };
}
