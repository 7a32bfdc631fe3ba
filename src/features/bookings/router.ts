import { may, router } from "#server/procedures.ts";
import { assignStaff, completeBooking, rescheduleBooking } from "./arrange.ts";
import { listCalendar } from "./calendar.ts";
import { checkTime } from "./clashes.ts";
import { createBooking } from "./commands.ts";
import { getBookingDay } from "./day.ts";
import { approveBooking, approveBookings, cancelBooking, rejectBooking } from "./decide.ts";
import { countBookings, listBookings } from "./queries.ts";
import {
  ApproveBooking,
  ApproveBookings,
  ApprovedBookings,
  AssignStaff,
  Booking,
  BookingCounts,
  BookingDay,
  BookingPage,
  Calendar,
  CancelBooking,
  CheckedTime,
  CheckTime,
  CompleteBooking,
  CountBookings,
  CreateBooking,
  ListBookings,
  ListCalendar,
  OneBooking,
  RejectBooking,
  RescheduleBooking,
} from "./schema.ts";

export const bookingsRouter = router({
  list: may("bookings.read").read({ input: ListBookings, output: BookingPage }, listBookings),
  counts: may("bookings.read").read({ input: CountBookings, output: BookingCounts }, countBookings),
  calendar: may("bookings.read").read({ input: ListCalendar, output: Calendar }, listCalendar),
  one: may("bookings.read").read({ input: OneBooking, output: BookingDay }, (tx, { id }) => getBookingDay(tx, id)),
  checkTime: may("bookings.read").read({ input: CheckTime, output: CheckedTime }, checkTime),
  create: may("bookings.write").create({ input: CreateBooking, output: Booking }, createBooking),
  assign: may("bookings.write").write({ input: AssignStaff, output: Booking }, assignStaff),
  approve: may("bookings.decide").write({ input: ApproveBooking, output: Booking }, approveBooking),
  approveMany: may("bookings.decide").write({ input: ApproveBookings, output: ApprovedBookings }, approveBookings),
  reject: may("bookings.decide").write({ input: RejectBooking, output: Booking }, rejectBooking),
  reschedule: may("bookings.decide").write({ input: RescheduleBooking, output: Booking }, rescheduleBooking),
  cancel: may("bookings.decide").write({ input: CancelBooking, output: Booking }, cancelBooking),
  complete: may("bookings.decide").write({ input: CompleteBooking, output: Booking }, completeBooking),
});
