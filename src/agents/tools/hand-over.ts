import * as z from "zod";
import { askForStaff } from "#features/conversations/ask-for-staff.ts";
import { line } from "#lib/fields.ts";
import { defineTool } from "./tool.ts";

/** Marks the conversation as waiting for a person and tells the staff. */
export const handOver = defineTool({
  name: "hand_over_to_staff",
  about: {
    ar: "يحوّل المحادثة إلى موظف. يُستدعى حين يطلب العميل ذلك أو حين تخرج المسألة عن صلاحية الوكيل.",
    en: "Hands the conversation to a member of staff: when the customer asks for a person, or the matter is beyond the agent.",
  },
  input: z.strictObject({ reason: line(1000).describe("For the colleague: what the customer wants") }),
  async run(tx, { reason }, talk) {
    await askForStaff(tx, talk, reason);
    return {
      ok: true,
      result: { handed_over: true },
      words: { ar: "حُوّلت المحادثة إلى الموظفين.", en: "The conversation was handed to the staff." },
    };
  },
});
