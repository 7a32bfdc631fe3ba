import { listBookings } from "#features/bookings/queries.ts";
import { ListBookings } from "#features/bookings/schema.ts";
import { Pool } from "#server/pool.ts";
import { type Claims, inTenant } from "#server/tenant.ts";

/** What is asked of every contender: the first page of the company's 10,000 bookings. */
export const asked = { limit: 50 };

export interface Statement {
  text: string;
  parameters: (string | number)[];
}

/** The very SELECT that listBookings sends, caught on its way: the hand-written server sends the same. */
export async function captureStatement(appUrl: string, claims: Claims): Promise<Statement> {
  const pool = new Pool({ url: appUrl, size: 1, prepare: true, deadline_ms: 5_000, application: "bench" });
  try {
    const connection = await pool.acquire();
    const send = connection.unsafe.bind(connection);
    const sent: Statement[] = [];
    connection.unsafe = (text, parameters = [], options) => {
      sent.push({ text, parameters: parameters.map((value) => (typeof value === "number" ? value : String(value))) });
      return send(text, parameters, options);
    };
    pool.release(connection);
    await inTenant(pool, claims, "read", (tx) => listBookings(tx, ListBookings.parse(asked)));
    const selects = sent.filter(({ text }) => /^select "bookings"/i.test(text));
    const [statement] = selects;
    if (statement === undefined || selects.length > 1) throw new Error("listBookings no longer sends one SELECT.");
    return statement;
  } finally {
    await pool.end();
  }
}
