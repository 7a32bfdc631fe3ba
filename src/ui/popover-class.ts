/** What floats over a page: menus, lists, calendars. */
export const popoverClass =
  "z-50 animate-fade rounded-card border border-line bg-raised p-1 text-ink shadow-raised outline-none";
