"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import type { ListInput, RecipientsInput } from "./types.ts";

export function useCampaignPages(input: ListInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.campaigns.list, input, "infinite"), (cursor, signal) =>
    client.campaigns.list.query({ ...input, cursor }, { signal }),
  );
}

export function useRecipientPages(input: RecipientsInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.campaigns.recipients, input, "infinite"), (cursor, signal) =>
    client.campaigns.recipients.query({ ...input, cursor }, { signal }),
  );
}
