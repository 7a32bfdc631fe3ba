import { parseAsStringLiteral } from "nuqs/server";
import { agent_kinds } from "#drizzle/values.ts";
import type { AgentKind, VersionsInput } from "./types.ts";

/** Which of the two machines is shown stands in the address. */
export const filterParsers = { kind: parseAsStringLiteral(agent_kinds).withDefault("voice") };

/** The list of versions as it is asked for, by the page and by the browser alike. */
export const versionsInput = (kind: AgentKind): VersionsInput => ({ kind, limit: 10 });
