import { listSummaries } from "#features/summaries/queries.ts";
import { Summaries } from "#features/summaries/schema.ts";
import { summariseAgain } from "#features/summaries/summarise.ts";
import { may, router } from "#server/procedures.ts";
import { audioLink } from "./audio-link.ts";
import { createConversation } from "./commands.ts";
import { addNote, handOver, linkCustomer, takeOver } from "./handling.ts";
import { getConversation, getStoredRecording, listReceivers } from "./one.ts";
import {
  AddNote,
  AudioLink,
  Conversation,
  CreateConversation,
  HandOver,
  LinkCustomer,
  ListReceivers,
  OneConversation,
  Receivers,
  StoredRecording,
  TakeOver,
} from "./one-schema.ts";
import { countConversations, listConversations } from "./queries.ts";
import {
  ConversationCounts,
  ConversationPage,
  CountConversations,
  FoundConversations,
  ListConversations,
  SearchConversations,
} from "./schema.ts";
import { searchConversations } from "./search.ts";

export const conversationsRouter = router({
  list: may("conversations.read").read({ input: ListConversations, output: ConversationPage }, listConversations),
  counts: may("conversations.read").read({ input: CountConversations, output: ConversationCounts }, countConversations),
  one: may("conversations.read").read({ input: OneConversation, output: Conversation }, (tx, { id }) =>
    getConversation(tx, id),
  ),
  recording: may("conversations.read").read({ input: OneConversation, output: StoredRecording }, (tx, { id }) =>
    getStoredRecording(tx, id),
  ),
  summaries: may("conversations.read").read({ input: OneConversation, output: Summaries }, (tx, { id }) =>
    listSummaries(tx, id),
  ),
  /** Asks the model between two transactions, never inside one. */
  summarise: may("conversations.summarise")
    .procedure.meta({ access: "conversations.summarise", output: Summaries })
    .input(OneConversation)
    .output(Summaries)
    .mutation(({ ctx, input }) => summariseAgain(ctx, input)),
  audioLink: may("conversations.read")
    .procedure.meta({ access: "conversations.read", output: AudioLink })
    .input(OneConversation)
    .output(AudioLink)
    .query(({ ctx, input }) => audioLink(ctx, input.id)),
  search: may("conversations.read").read(
    { input: SearchConversations, output: FoundConversations },
    searchConversations,
  ),
  create: may("conversations.create").create({ input: CreateConversation, output: Conversation }, createConversation),
  receivers: may("conversations.hand_over").read({ input: ListReceivers, output: Receivers }, listReceivers),
  handOver: may("conversations.hand_over").write({ input: HandOver, output: Conversation }, handOver),
  takeOver: may("conversations.hand_over").write({ input: TakeOver, output: Conversation }, takeOver),
  addNote: may("conversations.hand_over").create({ input: AddNote, output: Conversation }, addNote),
  linkCustomer: may("customers.write").write({ input: LinkCustomer, output: Conversation }, linkCustomer),
});
