import type { CurrentAgent } from "./schema.ts";

interface Named {
  name: string;
  name_en: string;
  agent: string;
  agent_en: string;
  gender: CurrentAgent["gender"];
}

/** What a machine says and is told before anybody has written it something better. */
export function firstWords(
  language: CurrentAgent["language"],
  kind: CurrentAgent["kind"],
  { name, name_en, agent, agent_en, gender }: Named,
): Pick<CurrentAgent, "greeting" | "prompt"> {
  if (language === "en") {
    return {
      greeting: `Hello, this is ${agent_en} from ${name_en}. How can I help you?`,
      prompt: `You are ${agent_en}, the ${kind} agent of ${name_en}, a real-estate company. Answer from what the tools tell you, never from memory. Find out what the caller is looking for, offer a viewing, and open a ticket for whatever you cannot solve. Hand over to a member of staff when the caller asks for a person.`,
    };
  }
  const [self, role] =
    gender === "female"
      ? ["أنتِ", kind === "voice" ? "الوكيلة الصوتية" : "الوكيلة النصية"]
      : ["أنت", kind === "voice" ? "الوكيل الصوتي" : "الوكيل النصي"];
  return {
    greeting: `السلام عليكم، معك ${agent} من ${name}. كيف أقدر أخدمك؟`,
    prompt: `${self} ${agent}، ${role} في ${name} للعقارات. الجواب مما تقوله الأدوات لا من الذاكرة. المطلوب معرفة ما يبحث عنه العميل، وعرض موعد معاينة عليه، وفتح تذكرة لكل ما لا يُحل في المحادثة، والتحويل إلى موظف متى طلب العميل ذلك.`,
  };
}
