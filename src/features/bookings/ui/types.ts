import type { Inputs, Outputs } from "#trpc/api.ts";

export type BookingPage = Outputs["bookings"]["list"];
export type Booking = BookingPage["bookings"][number];
export type BookingDay = Outputs["bookings"]["one"];
export type BookingCounts = Outputs["bookings"]["counts"];
export type BookingStatus = Booking["status"];
export type ListInput = Inputs["bookings"]["list"];
export type Calendar = Outputs["bookings"]["calendar"];
export type CalendarItem = Calendar["bookings"][number];
export type CalendarInput = Inputs["bookings"]["calendar"];
export type CheckedTime = Outputs["bookings"]["checkTime"];
export type Clash = CheckedTime["clashes"][number];
export type ApprovedBookings = Outputs["bookings"]["approveMany"];

/** Whether it may still be moved, given to somebody or called off. */
export const isUndone = ({ status }: Pick<Booking, "status">) => status === "pending" || status === "approved";
