import { Connection } from "#server/connection.ts";
import type { Statement } from "./statement.ts";

const bout = 100;
const bouts = 12;

/** One client's read transaction in milliseconds: begin, enter, query and commit each awaited before the next is sent, against
 *  all four sent behind one another. In turns, so that whatever else runs on the machine disturbs both alike. */
export async function compareTransactions(options: {
  appUrl: string;
  enter: readonly string[];
  query: Statement;
}): Promise<{ one_by_one: number[]; together: number[] }> {
  const { text, parameters } = options.query;
  const connection = new Connection(options.appUrl, { prepare: true, application: "bench", onClose: () => undefined });
  const statements = [
    () => connection.send("begin read only"),
    () => connection.send("select app.enter($1, $2, $3, $4)", options.enter),
    () => connection.send(text, parameters),
    () => connection.send("commit"),
  ];
  const ways = {
    one_by_one: async () => {
      for (const send of statements) await send();
    },
    together: async () => {
      await Promise.all(statements.map((send) => send()));
    },
  };
  const taken: Record<keyof typeof ways, number[]> = { one_by_one: [], together: [] };
  try {
    for (let at = 0; at <= bouts; at += 1) {
      for (const way of ["one_by_one", "together"] as const) {
        for (let count = 0; count < bout; count += 1) {
          const started = performance.now();
          await ways[way]();
          // The first bout of each warms up: connection, prepared statements, caches.
          if (at > 0) taken[way].push(performance.now() - started);
        }
      }
    }
    return taken;
  } finally {
    await connection.end();
  }
}

export interface PlanSummary {
  /** Lines of the plan that read bookings, by which index, and what it took. */
  lines: string[];
  uses_starts_index: boolean;
}

/** How the list runs as portal_app under row security. A plan of its own for each company, as the server chooses it. */
export async function explainList(options: {
  appUrl: string;
  enter: readonly string[];
  query: Statement;
}): Promise<PlanSummary> {
  const { text, parameters } = options.query;
  const connection = new Connection(options.appUrl, { prepare: true, application: "bench", onClose: () => undefined });
  try {
    await connection.send("begin read only");
    await connection.send("select app.enter($1, $2, $3, $4)", options.enter);
    let plan: string[] = [];
    for (const _ of ["warms up", "counts"]) {
      const rows = await connection.send(`explain (analyze, buffers) ${text}`, parameters);
      plan = rows.map((row) => String(row["QUERY PLAN"]));
    }
    await connection.send("commit");
    const lines = plan.filter((line, at) => at < 2 || /Scan.* on bookings|Planning Time|Execution Time/.test(line));
    return {
      lines: lines.map((line) => line.trim()),
      uses_starts_index: plan.some((line) => line.includes("bookings_starts_idx on bookings")),
    };
  } finally {
    await connection.end();
  }
}
