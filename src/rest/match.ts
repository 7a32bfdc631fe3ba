import { PathRefusal } from "./errors.ts";
import { type Method, type Route, routes } from "./routes.ts";

interface Pattern {
  segments: readonly string[];
  byMethod: ReadonlyMap<Method, Route>;
}

/** Patterns with fewer placeholders first, so that /conversations/search is not taken for an id. */
const patterns: readonly Pattern[] = [...Map.groupBy(routes, (route) => route.path)]
  .map(([path, same]) => ({ segments: path.split("/"), byMethod: new Map(same.map((route) => [route.method, route])) }))
  .sort((a, b) => placeholders(a) - placeholders(b));

/** The route of a request and its path's values. Throws PathRefusal: 404 for an unknown path, 405 with Allow for a method the
 *  path does not have. HEAD is answered as GET. */
export function matchRoute(method: string, path: string): { route: Route; values: Record<string, string> } {
  const segments = path.split("/");
  const pattern = patterns.find((candidate) => fits(candidate.segments, segments));
  if (!pattern) throw new PathRefusal("NOT_FOUND", "There is no such path.");
  const { byMethod } = pattern;
  const route = [...byMethod.values()].find((one) => one.method === (method === "HEAD" ? "GET" : method));
  if (!route) {
    const allowed = [...byMethod.keys()].flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one]));
    throw methodNotAllowed(allowed);
  }
  const values = pattern.segments.flatMap((name, at) =>
    isPlaceholder(name) ? [[name.slice(1, -1), decoded(segments[at])]] : [],
  );
  return { route, values: Object.fromEntries(values) };
}

export function methodNotAllowed(allowed: readonly string[]): PathRefusal {
  return new PathRefusal("METHOD_NOT_ALLOWED", `This path answers ${allowed.join(", ")}.`, {
    Allow: allowed.join(", "),
  });
}

const fits = (pattern: readonly string[], segments: readonly string[]) =>
  pattern.length === segments.length &&
  pattern.every((name, at) => (isPlaceholder(name) ? segments[at] !== "" : name === segments[at]));

function isPlaceholder(segment: string): boolean {
  return segment.startsWith("{");
}

function placeholders({ segments }: Pattern): number {
  return segments.filter(isPlaceholder).length;
}

function decoded(segment = ""): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // Malformed escapes are no id either: the schema refuses them by name.
  }
}
