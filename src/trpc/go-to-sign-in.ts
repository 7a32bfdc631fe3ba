/** A session that ended elsewhere: sign in again and come back to the same address. */
export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/login?${new URLSearchParams({ next: here, why: "ended" })}`);
}
