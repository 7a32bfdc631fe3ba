/** Working hours before its time from which on a ticket is due soon: what the filter finds and the screen marks. */
export const due_soon_hours = 4;
