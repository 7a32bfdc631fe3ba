import { may, router } from "#server/procedures.ts";
import { approveBooking, createBooking, rejectBooking } from "./commands.ts";
import { countBookings, getBookingDay, listBookings } from "./queries.ts";
import {
  ApproveBooking,
  Booking,
  BookingCounts,
  BookingDay,
  BookingPage,
  CountBookings,
  CreateBooking,
  ListBookings,
  OneBooking,
  RejectBooking,
} from "./schema.ts";

export const bookingsRouter = router({
  list: may("bookings.read").read({ input: ListBookings, output: BookingPage }, listBookings),
  counts: may("bookings.read").read({ input: CountBookings, output: BookingCounts }, countBookings),
  one: may("bookings.read").read({ input: OneBooking, output: BookingDay }, (tx, { id }) => getBookingDay(tx, id)),
  create: may("bookings.write").create({ input: CreateBooking, output: Booking }, createBooking),
  approve: may("bookings.decide").write({ input: ApproveBooking, output: Booking }, approveBooking),
  reject: may("bookings.decide").write({ input: RejectBooking, output: Booking }, rejectBooking),
});
