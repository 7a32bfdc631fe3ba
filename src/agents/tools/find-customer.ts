import * as z from "zod";
import { findOrCreateCustomer } from "#features/customers/commands.ts";
import { customerByPhone } from "#features/customers/queries.ts";
import { line, prose } from "#lib/fields.ts";
import { parsePhone } from "#lib/phone.ts";
import { linkTalk } from "./talk.ts";
import { defineTool, refused } from "./tool.ts";
import { said } from "./words.ts";

/** Links the conversation to the customer with this number, making the customer when there is none. A conversation has one
 *  customer for good: once linked, another number is refused, whosever it is, since the next question would be for that other
 *  customer's history. Staff link anew by hand. */
export const findCustomer = defineTool({
  name: "find_or_create_customer",
  about: {
    ar: "يجد العميل برقم جواله أو ينشئ سجلًا له، ويربط المحادثة به. يُستدعى حين يذكر العميل رقمه. رقم واحد لكل محادثة.",
    en: "Finds the customer by phone number, or makes a record, and links this conversation to it. Call it when the customer gives a number. One number a conversation.",
  },
  input: z.strictObject({
    phone: prose(40).trim().min(1).describe("As the customer gave it; any digits"),
    name: line(200).optional().describe("The customer's name, when given"),
  }),
  async run(tx, { phone, name }, talk) {
    if (talk.customer_id !== null) {
      const e164 = parsePhone(phone, tx.company.country);
      const known = e164 === null ? null : await customerByPhone(tx, e164);
      if (known?.id !== talk.customer_id) {
        return refused("other_customer", {
          ar: "هذه المحادثة مرتبطة بعميل آخر، ولا يغيّر ذلك إلا موظف.",
          en: "This conversation belongs to another customer; only staff can change that.",
        });
      }
      return found(known.name, false);
    }
    if (parsePhone(phone, tx.company.country) === null) {
      return refused("invalid_arguments", said.invalid, { issues: [{ path: "phone", code: "invalid_phone" }] });
    }
    const { customer, created } = await findOrCreateCustomer(tx, { phone, ...(name !== undefined && { name }) });
    await linkTalk(tx, talk, customer.id);
    const claimed = { claimed_phone: customer.phone, claimed_name: customer.name };
    return { ...found(customer.name, created), remember: claimed };
  },
});

const found = (name: string, is_new: boolean) => ({
  ok: true,
  result: { customer: { name, is_new } },
  words: is_new
    ? { ar: `أُنشئ سجل للعميل ${name}.`, en: `Made a record for ${name}.` }
    : { ar: `العميل معروف: ${name}.`, en: `Known customer: ${name}.` },
});
