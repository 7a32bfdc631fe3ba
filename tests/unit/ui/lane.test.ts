import { describe, expect, it } from "vitest";
import { laneOf } from "#features/bookings/ui/lane.ts";
import type { Booking, BookingDay } from "#features/bookings/ui/types.ts";

const booking = { id: "a", starts_at: "2026-11-24T14:30:00.000Z", ends_at: "2026-11-24T15:15:00.000Z" } as Booking;
const other = (
  id: string,
  starts_at: string,
  ends_at: string,
  status: "approved" | "pending",
): BookingDay["day"][number] => ({
  id,
  status,
  starts_at,
  ends_at,
  customer_name: "هند",
  property_title: "فيلا",
  same_property: true,
  same_staff: false,
});

describe("the lane of a day", () => {
  it("shows at least five whole hours around a lone viewing", () => {
    const lane = laneOf(booking, []);
    expect(lane.hours).toHaveLength(6);
    expect(lane.start).toBeGreaterThan(0);
    expect(lane.start + lane.size).toBeLessThan(1);
  });

  it("calls a clash what is approved and overlaps, and nothing else", () => {
    const lane = laneOf(booking, [
      other("touching", "2026-11-24T15:15:00.000Z", "2026-11-24T16:00:00.000Z", "approved"),
      other("asked", "2026-11-24T14:45:00.000Z", "2026-11-24T15:30:00.000Z", "pending"),
      other("taken", "2026-11-24T15:00:00.000Z", "2026-11-24T15:45:00.000Z", "approved"),
      other("a", booking.starts_at, booking.ends_at, "approved"),
    ]);
    expect(lane.items.map(({ id, isClash }) => [id, isClash])).toEqual([
      ["touching", false],
      ["asked", false],
      ["taken", true],
    ]);
  });
});
