import type OpenAI from "openai";
import type { ChatMessage, ChatRequest } from "../ports.ts";

type Body = OpenAI.ChatCompletionCreateParamsStreaming;

/** A request in the vendor's words. */
export function asBody({ model, temperature, messages, tools, user, json_schema, max_tokens }: ChatRequest): Body {
  return {
    model,
    temperature,
    messages: messages.map(asParam),
    stream: true,
    ...(tools && tools.length > 0 && { tools: tools.map((tool) => ({ type: "function", function: { ...tool } })) }),
    ...(user !== undefined && { user }),
    ...(max_tokens !== undefined && { max_completion_tokens: max_tokens }),
    ...(json_schema && {
      response_format: { type: "json_schema", json_schema: { ...json_schema, strict: true } },
    }),
  };
}

function asParam(message: ChatMessage): OpenAI.ChatCompletionMessageParam {
  if (message.role !== "assistant") return message;
  const { content, tool_calls } = message;
  if (!tool_calls || tool_calls.length === 0) return { role: "assistant", content };
  return {
    role: "assistant",
    content,
    tool_calls: tool_calls.map(({ id, ...call }) => ({ id, type: "function", function: call })),
  };
}
