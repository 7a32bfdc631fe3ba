const known = ["openai/gpt-6-luna", "openai/gpt-6-sol", "openai/gpt-5.6-terra"] as const;
const shut_down = new Set(["openai/gpt-3.5-turbo", "openai/gpt-4", "openai/gpt-4-turbo", "openai/o1"]);

/** The models that the simulator lists; it answers for any other `author/slug` as well. */
export const models = known.map((id) => ({
  id,
  name: id,
  created: 1_790_000_000,
  context_length: 400_000,
  architecture: { input_modalities: ["text"], output_modalities: ["text"] },
  pricing: { prompt: "0.00000025", completion: "0.000002" },
  top_provider: { max_completion_tokens: 128_000 },
  supported_parameters: ["tools", "tool_choice", "response_format", "structured_outputs", "temperature", "max_tokens"],
}));

/** The concrete model that answers for an id, or why none does. Rolling aliases begin with "~". */
export function servedModel(id: string): string | "deprecated" | "unknown" {
  if (shut_down.has(id)) return "deprecated";
  if (/^~[\w.-]+\/[\w.:-]+$/.test(id)) return known[0];
  return /^[\w.-]+\/[\w.:-]+$/.test(id) ? id : "unknown";
}

/** Tokens as a rough count of letters, and their price in US dollars by the list above. */
export function usageOf(prompt: string, completion: string) {
  const [prompt_tokens, completion_tokens] = [prompt, completion].map((text) =>
    Math.max(1, Math.ceil(text.length / 4)),
  );
  const [asked, said] = [prompt_tokens ?? 1, completion_tokens ?? 1];
  const cost = (asked * 25 + said * 200) / 1e8;
  return { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said, cost, is_byok: false };
}
