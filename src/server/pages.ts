import { createContext, type Services } from "./context.ts";
import { readCookie } from "./request-facts.ts";
import { type Caller, createCaller } from "./root.ts";
import { cookieName } from "./sessions.ts";

/** What a page being printed finds under `Symbol.for("portal.api")`. */
export interface PagesApi {
  caller(headers: Headers): Promise<Caller>;
}

/** Hands the API to the pages of this process. Next bundles its own copy of every module a page imports: a page that imported
 *  the router would open a second pool. So pages print their first paint through the same procedures, permissions and
 *  transactions as everybody else, without an HTTP request to themselves. */
export function publishToPages(services: Services): void {
  const pages: PagesApi = {
    caller: async (headers) =>
      createCaller(
        createContext(services, {
          request_id: headers.get("x-request-id") ?? crypto.randomUUID(),
          address: "page",
          user_agent: headers.get("user-agent"),
          token: readCookie(headers.get("cookie") ?? undefined, cookieName),
          idempotency_key: null,
          is_secure: false,
          // A page that is being printed signs nobody in or out.
          setCookie: () => {},
        }),
      ),
  };
  Reflect.set(globalThis, Symbol.for("portal.api"), pages);
}
