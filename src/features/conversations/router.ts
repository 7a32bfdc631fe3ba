import { may, router } from "#server/procedures.ts";
import { createConversation } from "./commands.ts";
import { getConversation, listConversations } from "./queries.ts";
import {
  Conversation,
  ConversationPage,
  CreateConversation,
  FoundConversations,
  ListConversations,
  OneConversation,
  SearchConversations,
} from "./schema.ts";
import { searchConversations } from "./search.ts";

export const conversationsRouter = router({
  list: may("conversations.read").read({ input: ListConversations, output: ConversationPage }, listConversations),
  one: may("conversations.read").read({ input: OneConversation, output: Conversation }, (tx, { id }) =>
    getConversation(tx, id),
  ),
  search: may("conversations.read").read(
    { input: SearchConversations, output: FoundConversations },
    searchConversations,
  ),
  create: may("conversations.create").create({ input: CreateConversation, output: Conversation }, createConversation),
});
