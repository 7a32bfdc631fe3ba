import { may, router } from "#server/procedures.ts";
import { endVoiceSession, hearLines, runSessionTool } from "./commands.ts";
import {
  EndedVoiceSession,
  EndVoiceSession,
  HeardLines,
  HearLines,
  StartVoiceSession,
  UsedTool,
  UseTool,
  VoiceSession,
} from "./schema.ts";
import { startVoiceSession } from "./start.ts";

export const voiceSessionsRouter = router({
  /** Asks the vendor before and after the transaction, never inside one. */
  start: may("playground.use")
    .procedure.meta({ access: "playground.use", output: VoiceSession })
    .input(StartVoiceSession)
    .output(VoiceSession)
    .mutation(({ ctx, input }) => startVoiceSession(ctx, input)),
  /** In a transaction of the machine's own, not of the person who listens. */
  tool: may("playground.use")
    .procedure.meta({ access: "playground.use", output: UsedTool })
    .input(UseTool)
    .output(UsedTool)
    .mutation(({ ctx, input }) => runSessionTool(ctx, input)),
  hear: may("playground.use").write({ input: HearLines, output: HeardLines }, hearLines),
  end: may("playground.use").write({ input: EndVoiceSession, output: EndedVoiceSession }, endVoiceSession),
});
