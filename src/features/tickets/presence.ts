import { and, asc, eq, gte, lt, ne } from "drizzle-orm";
import { ticket_viewers } from "#drizzle/schema/ticket-viewers.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Tx } from "#server/tenant.ts";
import { Forbidden } from "../../errors.ts";
import { requireTicket } from "./history.ts";
import type { OneTicket, TicketViewers } from "./schema.ts";

/** A page says every 20 seconds that it still shows the ticket; whoever missed three of them is gone. */
const silent_ms = 60_000;

/** The caller has the ticket open, for the next minute; answers who else has. Said again it is no change that others hear of,
 *  but those who fell silent are cleared away, and that is. Throws NotFound. Source: ticket_viewers. */
export async function enterTicket(tx: Tx, { id }: OneTicket): Promise<TicketViewers> {
  await requireTicket(tx, id);
  // Apart from what follows: one who returns after a silence has come anew, and others hear it.
  await tx.delete(ticket_viewers).where(and(watching(tx, id), lt(ticket_viewers.last_seen_at, silentSince())));
  const now = new Date().toISOString();
  await tx
    .insert(ticket_viewers)
    .values({ company_id: tx.company_id, ticket_id: id, user_id: caller(tx), last_seen_at: now })
    .onConflictDoUpdate({
      target: [ticket_viewers.company_id, ticket_viewers.ticket_id, ticket_viewers.user_id],
      set: { last_seen_at: now },
    });
  return readViewers(tx, id);
}

/** The caller closed the ticket; twice is no error. Answers who else has it open. Throws NotFound. Source: ticket_viewers. */
export async function leaveTicket(tx: Tx, { id }: OneTicket): Promise<TicketViewers> {
  await requireTicket(tx, id);
  await tx.delete(ticket_viewers).where(and(watching(tx, id), eq(ticket_viewers.user_id, caller(tx))));
  return readViewers(tx, id);
}

/** Who else has the ticket open. Throws NotFound. Source: ticket_viewers. */
export async function listViewers(tx: Tx, { id }: OneTicket): Promise<TicketViewers> {
  await requireTicket(tx, id);
  return readViewers(tx, id);
}

async function readViewers(tx: Tx, ticket_id: string): Promise<TicketViewers> {
  const viewers = await tx
    .select({ id: users.id, name: users.name, gender: users.gender })
    .from(ticket_viewers)
    .innerJoin(users, and(eq(users.company_id, ticket_viewers.company_id), eq(users.id, ticket_viewers.user_id)))
    .where(
      and(
        watching(tx, ticket_id),
        ne(ticket_viewers.user_id, caller(tx)),
        gte(ticket_viewers.last_seen_at, silentSince()),
      ),
    )
    .orderBy(asc(ticket_viewers.created_at), asc(users.id))
    .limit(50);
  return { ticket_id, viewers };
}

const watching = (tx: Tx, ticket_id: string) =>
  and(eq(ticket_viewers.company_id, tx.company_id), eq(ticket_viewers.ticket_id, ticket_id));

const silentSince = () => new Date(Date.now() - silent_ms).toISOString();

/** Machines look at nothing. */
function caller({ user_id }: Tx): string {
  if (user_id === null) throw new Forbidden("Only a member of staff has a ticket open.");
  return user_id;
}
