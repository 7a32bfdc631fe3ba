import { type Exchange, sendJson } from "../exchange.ts";
import type { Simulation } from "../simulation.ts";
import { sendError, sendNotFound } from "./answers.ts";
import { hasAudio } from "./call.ts";
import { detailOf, listedCall } from "./detail.ts";
import { silentMp3 } from "./sound.ts";

/** Conversations: list, detail, sound, feedback, deletion. */
export function answerConversations(simulation: Simulation, exchange: Exchange, rest: string) {
  const { method, res, body } = exchange;
  if (rest === "" && method === "GET") return list(simulation, exchange);
  const [, id = "", part = ""] = /^\/([^/]+)(?:\/(audio|feedback))?$/.exec(rest) ?? [];
  const call = simulation.calls.get(id);
  if (!call || call.is_deleted) return sendNotFound(exchange, "conversation");
  if (method === "GET" && part === "") return sendJson(res, 200, detailOf(call));
  if (method === "GET" && part === "audio") {
    if (call.status !== "done" || !hasAudio(call)) return sendNotFound(exchange, "audio");
    const sound = silentMp3(call.elapsed_ms);
    res.writeHead(200, { "Content-Type": "audio/mpeg", "Content-Length": sound.length });
    return void res.end(sound);
  }
  if (method === "POST" && part === "feedback") {
    if (body.feedback !== "like" && body.feedback !== "dislike")
      return sendError(exchange, 400, "invalid_feedback", "like or dislike");
    call.feedback = body.feedback;
    return sendJson(res, 200, {});
  }
  if (method === "DELETE" && part === "") {
    call.is_deleted = true;
    return sendJson(res, 200, {});
  }
  sendNotFound(exchange, "route");
}

function list(simulation: Simulation, { query, res }: Exchange) {
  const size = Math.min(100, Math.max(1, Number(query.get("page_size") ?? 30) || 30));
  const from = Math.max(0, Number(query.get("cursor") ?? 0) || 0);
  const after = Number(query.get("call_start_after_unix") ?? 0) * 1000;
  const agent_id = query.get("agent_id");
  const found = [...simulation.calls.values()]
    .filter((call) => !call.is_deleted && call.created_at >= after && (agent_id === null || call.agent_id === agent_id))
    .toReversed();
  const has_more = from + size < found.length;
  const conversations = found.slice(from, from + size).map(listedCall);
  sendJson(res, 200, { conversations, next_cursor: has_more ? String(from + size) : null, has_more });
}
