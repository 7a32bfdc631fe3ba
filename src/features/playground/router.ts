import { may, router } from "#server/procedures.ts";
import { askPlayground } from "./ask-playground.ts";
import { readBrokenTurn } from "./broken-turn.ts";
import { beginChat, endChat } from "./commands.ts";
import {
  AskBrokenTurn,
  BeginChat,
  BegunChat,
  BrokenTurn,
  EndChat,
  EndedChat,
  Playground,
  ReadPlayground,
  Say,
} from "./schema.ts";
import { sayInChat } from "./turn.ts";

export const playgroundRouter = router({
  agents: may("playground.use")
    .procedure.input(ReadPlayground)
    .output(Playground)
    .query(({ ctx }) => askPlayground(ctx)),
  broken: may("playground.use").read({ input: AskBrokenTurn, output: BrokenTurn }, readBrokenTurn),
  begin: may("playground.use").write({ input: BeginChat, output: BegunChat }, beginChat),
  end: may("playground.use").write({ input: EndChat, output: EndedChat }, endChat),

  /** Streams TurnEvents as they come. The answer is finished and saved also when the caller has left. */
  say: may("playground.use")
    .procedure.input(Say)
    .mutation(({ ctx, input }) => sayInChat(ctx, input)),
});
