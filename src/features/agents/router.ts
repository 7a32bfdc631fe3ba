import { may, router } from "#server/procedures.ts";
import { restoreAgent, saveAgent } from "./commands.ts";
import { listAgentVersions, readAgents } from "./queries.ts";
import {
  AgentVersion,
  AgentVersionPage,
  CurrentAgents,
  ListAgentVersions,
  ReadAgents,
  RestoreAgent,
  SaveAgent,
} from "./schema.ts";

export const agentsRouter = router({
  current: may("agents.manage").read({ input: ReadAgents, output: CurrentAgents }, (tx) => readAgents(tx)),
  versions: may("agents.manage").read({ input: ListAgentVersions, output: AgentVersionPage }, listAgentVersions),
  save: may("agents.manage").write({ input: SaveAgent, output: AgentVersion }, saveAgent),
  restore: may("agents.manage").write({ input: RestoreAgent, output: AgentVersion }, restoreAgent),
});
