import * as z from "zod";
import { ask, bad, type Finding, good, note } from "./finding.ts";

const Key = z.object({
  data: z.object({ limit_remaining: z.number().nullish(), is_free_tier: z.boolean().nullish() }),
});
const Models = z.object({
  data: z.array(z.object({ id: z.string(), supported_parameters: z.array(z.string()).nullish() })),
});

/** Looks at OpenRouter as the portal would use it: the key, what it may still spend, and the model for agents that name none. */
export async function examineOpenRouter(options: {
  base_url: string;
  api_key: string;
  model: string;
}): Promise<Finding[]> {
  const headers = { Authorization: `Bearer ${options.api_key}` };
  const key = await ask(`${options.base_url}/key`, headers);
  if (key.status === 0) {
    return [
      bad(
        `OpenRouter does not answer at ${options.base_url} (${key.trouble}). Correct OPENROUTER_BASE_URL, or let this machine reach it.`,
      ),
    ];
  }
  if (key.status === 401 || key.status === 403) {
    return [
      bad(
        "OpenRouter does not know the key in OPENROUTER_API_KEY. Make one at openrouter.ai/settings/keys and put it there.",
      ),
    ];
  }
  if (key.status !== 200)
    return [
      bad(
        `OpenRouter answers ${key.status} when asked for the key. Try again; its status page is status.openrouter.ai.`,
      ),
    ];
  const findings = [good("OpenRouter takes the key.")];
  const remaining = Key.safeParse(key.body).data?.data.limit_remaining;
  if (typeof remaining === "number" && remaining <= 0) {
    findings.push(
      bad(
        "The OpenRouter key has nothing left to spend, and every answer will be refused with 402. Raise its limit or buy credits.",
      ),
    );
  }
  const models = await ask(`${options.base_url}/models`, headers);
  const listed = Models.safeParse(models.body).data?.data;
  if (!listed) return [...findings, bad(`OpenRouter's list of models could not be read (${models.status}).`)];
  return [...findings, modelFinding(options.model, listed)];
}

function modelFinding(model: string, listed: z.infer<typeof Models>["data"]): Finding {
  const plain = model.replace(/:\w+$/, "");
  const found = listed.find(({ id }) => id === model || id === plain);
  if (!found && model.startsWith("~"))
    return note(`The model ${model} follows its family's newest; OpenRouter chooses it when asked.`);
  if (!found)
    return bad(
      `OpenRouter has no model ${model}. Name one of openrouter.ai/models in OPENROUTER_MODEL, such as ~openai/gpt-mini-latest.`,
    );
  if (found.supported_parameters && !found.supported_parameters.includes("tools")) {
    return bad(
      `The model ${model} cannot call tools, so the agent could only talk. Choose one that supports tools in OPENROUTER_MODEL.`,
    );
  }
  return good(`The model ${model} is there and can call tools.`);
}
