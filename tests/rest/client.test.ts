import { afterAll, beforeAll, expect, test } from "vitest";
import { createPortalClient, isPortalError } from "#client/portal-client.ts";
import { openPortal, type Portal } from "./portal.ts";
import { recordsOf } from "./records.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test("the typed client speaks to the same procedures as the HTTP contract", async () => {
  const id = await recordsOf(portal).booking();
  const client = createPortalClient({ url: portal.origin, token: () => portal.world.a.users.sales_manager.token });
  const [me, page] = await Promise.all([client.auth.me.query(), client.bookings.list.query({ status: "pending" })]);
  expect(me.role).toBe("sales_manager");
  expect(page.bookings.map((booking) => booking.id)).toEqual([id]);
  expect((await client.bookings.approve.mutate({ id })).status).toBe("approved");
});

test("its refusals carry the code, the fields, the current row and the request id", async () => {
  const id = await recordsOf(portal).booking();
  const client = createPortalClient({ url: portal.origin, token: portal.world.a.users.admin.token });
  await client.bookings.reject.mutate({ id });
  const conflict: unknown = await client.bookings.approve.mutate({ id }).catch((failure: unknown) => failure);
  expect(isPortalError(conflict) && conflict.data).toMatchObject({
    code: "CONFLICT",
    reason: "already_decided",
    current: { id, status: "rejected" },
    request_id: expect.any(String),
  });
  const wrong: unknown = await client.bookings.approve.mutate({ id: "1" }).catch((failure: unknown) => failure);
  expect(isPortalError(wrong) && wrong.data?.issues).toMatchObject([{ path: "id" }]);
  const nobody = createPortalClient({ url: portal.origin, token: null });
  const signedOut: unknown = await nobody.auth.me.query().catch((failure: unknown) => failure);
  expect(isPortalError(signedOut) && signedOut.data?.code).toBe("UNAUTHORIZED");
});
