import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { history_subjects } from "../subjects.ts";

/** The address of one customer: which part of the timeline is shown, and from which merged record one came here. */
export const customerParsers = {
  show: parseAsStringLiteral(history_subjects),
  merged: parseAsString,
};
