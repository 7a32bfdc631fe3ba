import * as z from "zod";
import type { Route } from "./routes.ts";

const FoundOrCreated = z.object({ created: z.boolean() });

/** 201 for what was made now, 200 for everything else. */
export function successStatus(route: Route, output: unknown): number {
  if (route.creates === "always") return 201;
  if (route.creates === "when_created") return FoundOrCreated.parse(output).created ? 201 : 200;
  return 200;
}

/** A bare record under its singular name; what carries its own names already, as it is. */
export function envelope(route: Route, output: unknown): unknown {
  const answer = route.narrows ? route.narrows.parse(output) : output;
  return route.as ? { [route.as]: answer } : answer;
}
