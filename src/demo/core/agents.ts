import { iso } from "../calendar.ts";
import type { Context } from "../context.ts";
import { idAt } from "../ids.ts";

/** How the company's machines were told to speak, version by version. */
export function addAgents(context: Context): void {
  const { plan, calendar, company_id, rows, staff } = context;
  const chance = context.random("agents");
  const versions = { voice: 0, chat: 0 };
  for (const { kind, language, saved, greeting, prompt } of plan.agents) {
    const at = calendar.at(...saved);
    const machine = kind === "voice" ? plan.voice_agent : plan.chat_agent;
    versions[kind] += 1;
    rows.agents.push({
      company_id,
      id: idAt(at, chance),
      kind,
      version: versions[kind],
      name: machine.name,
      name_en: machine.name_en,
      gender: machine.gender,
      language,
      greeting,
      prompt,
      model: null,
      temperature: 0.4,
      vendor_agent_id: null,
      created_by: staff.admin,
      created_at: iso(at),
    });
  }
}
