import type { Limits, Rule } from "./types.ts";

/** What holds for a country now: the company's own limits, else the usual ones. */
export const inForce = ({ own, usual }: Rule): Limits => own ?? usual;

/** Whether limits allow something that the usual ones do not. */
export const isWider = (limits: Limits, usual: Limits): boolean =>
  limits.from_time < usual.from_time ||
  limits.to_time > usual.to_time ||
  (limits.on_weekend && !usual.on_weekend) ||
  limits.unanswered_per_day > usual.unanswered_per_day ||
  limits.unanswered_per_week > usual.unanswered_per_week;
