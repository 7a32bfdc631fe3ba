import { type Exchange, sendJson } from "../exchange.ts";
import { type Fault, faultNamed } from "../faults.ts";
import { isSame } from "../key.ts";
import type { Simulation } from "../simulation.ts";
import { answerTo } from "./answer.ts";
import { deprecated, errorBody, failAtOnce } from "./failures.ts";
import { models, servedModel, usageOf } from "./models.ts";
import { streamAnswer } from "./stream.ts";

const base = "/openrouter/api/v1";

/** OpenRouter's side: chat completions, models, key. Every path below /openrouter is answered. */
export async function answerOpenRouter(simulation: Simulation, exchange: Exchange): Promise<void> {
  const { res, path, method, req } = exchange;
  if (!isSame(req.headers.authorization ?? "", `Bearer ${simulation.api_key}`))
    return sendJson(res, 401, errorBody(401));
  if (method === "GET" && path === `${base}/models`) {
    return sendJson(res, 200, { data: models, total_count: models.length, links: { next: null } });
  }
  if (method === "GET" && path === `${base}/key`) return sendJson(res, 200, { data: keyFacts });
  if (method === "POST" && path === `${base}/chat/completions`) return complete(simulation, exchange);
  sendJson(res, 404, errorBody(404, "Not found"));
}

const keyFacts = {
  label: "simulator",
  limit: null,
  limit_reset: null,
  limit_remaining: null,
  usage: 0,
  usage_daily: 0,
  usage_weekly: 0,
  usage_monthly: 0,
  is_free_tier: false,
};

async function complete(simulation: Simulation, exchange: Exchange): Promise<void> {
  const { res, body, path } = exchange;
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return sendJson(res, 400, errorBody(400, "messages is required"));
  let fault = simulation.faults.take("openrouter", path);
  const asked = [body.model, ...(Array.isArray(body.models) ? body.models : [])].filter((id) => typeof id === "string");
  let model = "";
  // Of several models the first that can answer does; the last one's failure is everybody's.
  for (const [at, id] of asked.entries()) {
    const named: Fault | null = id.startsWith("sim/") ? faultNamed(id.slice(4)) : null;
    const served = servedModel(id);
    const is_last = at === asked.length - 1;
    if (!is_last && (named !== null || served === "deprecated" || served === "unknown")) continue;
    if (served === "deprecated") return sendJson(res, 404, deprecated(id));
    if (served === "unknown") return sendJson(res, 400, errorBody(400, `${id} is not a valid model ID`));
    fault ??= named;
    model = served;
    break;
  }
  if (model === "") return sendJson(res, 400, errorBody(400, "No model was named"));
  if (fault && failAtOnce(exchange, fault)) return;

  const answer = answerTo(body, { now: new Date(simulation.now()), seed: simulation.seed });
  const prompt = JSON.stringify(body.messages);
  const usage = usageOf(prompt, answer.text + JSON.stringify(answer.calls));
  const head = { id: simulation.nextId("gen-sim"), created: Math.floor(simulation.now() / 1000), model };
  if (body.stream === true) {
    res.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-cache",
      "X-Generation-Id": head.id,
    });
    res.flushHeaders();
    return streamAnswer(res, head, answer, { usage, token_ms: simulation.token_ms, fault });
  }
  const tool_calls = answer.calls.map(({ id, name, arguments: args }) => ({
    id,
    type: "function",
    function: { name, arguments: JSON.stringify(args) },
  }));
  const finish_reason = tool_calls.length > 0 ? "tool_calls" : "stop";
  const message = {
    role: "assistant",
    content: answer.text || null,
    refusal: null,
    ...(tool_calls.length > 0 && { tool_calls }),
  };
  const choices = [{ index: 0, finish_reason, native_finish_reason: finish_reason, message }];
  sendJson(
    res,
    200,
    { ...head, object: "chat.completion", provider: "Simulator", choices, usage },
    { "X-Generation-Id": head.id },
  );
}
