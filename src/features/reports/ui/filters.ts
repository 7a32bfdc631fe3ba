import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { report_names } from "../groupings.ts";

export const periods = ["24h", "7d", "30d", "90d"] as const;
export type Period = (typeof periods)[number];

/** The page's address: which report, of when, and what its rows stand for. Days win over a period. */
export const filterParsers = {
  report: parseAsStringLiteral(report_names),
  period: parseAsStringLiteral(periods).withDefault("30d"),
  /** Days of the company, both included. */
  from: parseAsString,
  to: parseAsString,
  by: parseAsString,
};

export type Filters = {
  report: (typeof report_names)[number] | null;
  period: Period;
  from: string | null;
  to: string | null;
  by: string | null;
};
