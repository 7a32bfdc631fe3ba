import { readDecimal } from "#ui/form/amount.ts";
import { atMost, first, required } from "#ui/form/checks.ts";
import type { Problems } from "#ui/form/use-form.ts";
import type { Agent } from "./types.ts";

/** An agent as the form holds it: what may be left empty is an empty text, the temperature as it is typed. */
export type Values = Pick<Agent, "name" | "name_en" | "gender" | "language" | "greeting" | "prompt"> & {
  model: string;
  temperature: string;
  vendor_agent_id: string;
};

export const valuesOf = (agent: Agent): Values => ({
  name: agent.name,
  name_en: agent.name_en,
  gender: agent.gender,
  language: agent.language,
  greeting: agent.greeting,
  prompt: agent.prompt,
  model: agent.model ?? "",
  temperature: String(Math.round(agent.temperature * 100) / 100),
  vendor_agent_id: agent.vendor_agent_id ?? "",
});

export function checkAgent(values: Values): Problems<Values> {
  const temperature = readDecimal(values.temperature);
  return {
    name: first(required(values.name), atMost(values.name, 60)),
    name_en: first(required(values.name_en), atMost(values.name_en, 60)),
    greeting: first(required(values.greeting), atMost(values.greeting, 1000)),
    prompt: first(required(values.prompt), atMost(values.prompt, 20_000)),
    model: atMost(values.model, 120),
    temperature: temperature === null || temperature > 2 ? "temperature_range" : null,
    vendor_agent_id: atMost(values.vendor_agent_id, 120),
  };
}

/** As the API takes it. */
export const inputOf = (values: Values) => ({
  ...values,
  model: values.model.trim() || null,
  temperature: readDecimal(values.temperature) ?? 0.4,
  vendor_agent_id: values.vendor_agent_id.trim() || null,
});
