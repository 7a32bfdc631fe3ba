import type * as z from "zod";
import { type JsonSchema, outputSchemas } from "./json-schema.ts";
import { type Route, routes } from "./routes.ts";
import { describeProcedure } from "./schemas.ts";

/** The component schemas of all answers, and under which name each route's output is found. */
export function answerComponents(): { schemas: Record<string, JsonSchema>; nameOf: (route: Route) => string } {
  const names = new Map<z.ZodType, string>();
  // Records before pages: a page's rows are then references to the record.
  const bare = routes.filter((route) => route.as !== undefined && !route.narrows);
  for (const route of [...bare, ...routes]) {
    const output = outputOf(route);
    if (!names.has(output)) names.set(output, freeName(route, new Set(names.values())));
  }
  const schemas = outputSchemas([...names].map(([schema, name]) => [name, schema] as const));
  return { schemas, nameOf: (route) => names.get(outputOf(route)) ?? pascal(route.procedure) };
}

function outputOf(route: Route): z.ZodType {
  const output = route.narrows ?? describeProcedure(route.procedure).output;
  if (!output) throw new Error(`The procedure ${route.procedure} names no output.`);
  return output;
}

function freeName(route: Route, taken: ReadonlySet<string>): string {
  const singular = route.narrows ? undefined : route.as && pascal(route.as);
  return singular && !taken.has(singular) ? singular : pascal(route.procedure);
}

/** "bookings.list" and "find-or-create" as "BookingsList" and "FindOrCreate". */
export function pascal(name: string): string {
  return name.replace(/(?:^|[.\-_])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
