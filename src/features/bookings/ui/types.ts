import type { Inputs, Outputs } from "#trpc/api.ts";

export type BookingPage = Outputs["bookings"]["list"];
export type Booking = BookingPage["bookings"][number];
export type BookingDay = Outputs["bookings"]["one"];
export type BookingCounts = Outputs["bookings"]["counts"];
export type BookingStatus = Booking["status"];
export type ListInput = Inputs["bookings"]["list"];
