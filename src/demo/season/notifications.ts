import { dayMs, hourMs, iso, minuteMs } from "../calendar.ts";
import type { Context } from "../context.ts";
import { idAt } from "../ids.ts";
import type { Row } from "../rows.ts";

type Kind = Row<"notifications">["kind"];

/** What staff were told during the last two weeks. What still waits for somebody is mostly unread. */
export function addNotifications(context: Context): void {
  const { company_id, calendar, rows, staff } = context;
  const chance = context.random("notifications");
  const names = new Map(rows.customers.map((row) => [row.id, row.name]));
  const titles = new Map(rows.properties.map((row) => [row.id, row.title]));
  const since = iso(calendar.now - 14 * dayMs);

  function tell(
    user_id: string,
    kind: Kind,
    table: string,
    subject_id: string,
    at: number,
    params: Record<string, string | number | null>,
  ): void {
    const isOld = calendar.now - at > 2 * dayMs;
    const readAt = at + chance.int(5, 240) * minuteMs;
    const isRead = readAt < calendar.now && (isOld || chance.chance(0.3));
    rows.notifications.push({
      company_id,
      id: idAt(at, chance),
      user_id,
      kind,
      event_key: `${kind}:${subject_id}`,
      subject_table: table,
      subject_id,
      params,
      read_at: isRead ? iso(readAt) : null,
      created_at: iso(at),
    });
  }

  for (const row of rows.bookings.filter((one) => one.created_at >= since)) {
    const params = {
      reference: `VB-${row.number}`,
      customer_name: names.get(row.customer_id) ?? null,
      property_title: titles.get(row.property_id) ?? null,
      starts_at: row.starts_at,
    };
    if (row.source !== "staff") {
      for (const user of [staff.admin, staff.sales])
        tell(user, "booking_pending", "bookings", row.id, Date.parse(row.created_at), params);
    }
    if (row.staff_id && row.decided_at && (row.status === "approved" || row.status === "rejected")) {
      tell(row.staff_id, "booking_decided", "bookings", row.id, Date.parse(row.decided_at), {
        ...params,
        status: row.status,
      });
    }
  }
  for (const row of rows.tickets.filter((one) => one.created_at >= since && one.assignee_id !== null)) {
    const params = { reference: `TK-${row.number}`, subject: row.subject, priority: row.priority };
    tell(
      row.assignee_id ?? staff.support,
      "ticket_assigned",
      "tickets",
      row.id,
      Date.parse(row.first_response_at ?? row.created_at),
      params,
    );
  }
  for (const row of rows.conversations.filter((one) => one.started_at >= since && one.handed_over_to !== null)) {
    const params = {
      customer_name: row.customer_id && (names.get(row.customer_id) ?? null),
      agent_name: row.agent_name,
    };
    tell(
      row.handed_over_to ?? staff.sales,
      "handed_over",
      "conversations",
      row.id,
      Date.parse(row.ended_at ?? row.started_at),
      params,
    );
  }
  for (const row of rows.campaigns.filter((one) => one.status === "paused" && one.started_at !== null)) {
    const at = Math.min(Date.parse(row.started_at ?? row.created_at) + 2 * dayMs + 5 * hourMs, calendar.now - hourMs);
    for (const user of [staff.admin, staff.sales])
      tell(user, "campaign_paused", "campaigns", row.id, at, { name: row.name, reason: row.pause_reason });
  }
}
