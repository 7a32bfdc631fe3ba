import type { Filters, RecipientFilters } from "./filters.ts";
import type { ListInput, RecipientsInput } from "./types.ts";

const page_size = 30;

// Page and browser both build their questions here, so that what the page fetched is what the list finds.

export function listInput(filters: Filters): ListInput {
  return { ...countInput(filters), ...(filters.status && { status: filters.status }), limit: page_size };
}

export function countInput({ type, q }: Filters) {
  return { ...(type && { type }), ...(q.trim() && { q: q.trim() }) };
}

export function recipientsInput(id: string, { recipients, q }: RecipientFilters): RecipientsInput {
  return { id, ...(recipients && { status: recipients }), ...(q.trim() && { q: q.trim() }), limit: page_size };
}
