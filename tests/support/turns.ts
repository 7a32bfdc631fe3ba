import { v7 as uuidv7 } from "uuid";
import type { TurnEvent } from "#features/playground/schema.ts";
import type { Company } from "#tests/support/world.ts";

type Role = Parameters<Company["caller"]>[0];

/** Says one line in a talk and waits until the turn is over. */
export async function say(
  company: Company,
  conversation_id: string,
  text: string,
  { turn_id = uuidv7(), retry = false, role = "agent" as Role } = {},
): Promise<{ turn_id: string; events: TurnEvent[]; text: string; last: TurnEvent | undefined }> {
  const events: TurnEvent[] = [];
  const stream = await company.caller(role).playground.say({ conversation_id, turn_id, text, retry });
  for await (const event of stream) events.push(event);
  const words = events.map((event) => (event.kind === "text" ? event.text : "")).join("");
  return { turn_id, events, text: words, last: events.at(-1) };
}
