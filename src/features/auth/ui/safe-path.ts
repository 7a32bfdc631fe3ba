/** Where to go after sign-in: a path of this very site, or the start. Anything that a browser could read as another
 *  origin ("//evil", "/\evil", "https:…", control characters) counts as none. */
export function safePath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return "/";
  const base = "http://portal.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === base && !/^\/[/\\]/.test(path) && !path.startsWith("/login") && !path.startsWith("/api/")
    ? path
    : "/";
}
