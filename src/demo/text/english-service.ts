import { agent, customer, exchange, type Scenario, tool } from "./bank.ts";

export const englishService: Record<"maintenance" | "contract" | "wrong_number", Scenario> = {
  maintenance: {
    opening: [
      [
        customer("I have {issue} in my unit. Who do I talk to?", "The technician came last week but {issue} is back."),
        tool("customer_history", "Customer record: handed over, under warranty"),
        agent("I'm sorry about that. I'll log it right away. When is someone at home?"),
      ],
    ],
    middle: [
      exchange(customer("Any day after five."), agent("Noted. The technician will call half an hour before.")),
      exchange(
        customer("Is this covered?"),
        agent("Yes, plumbing and electrical work is under warranty for two years."),
      ),
      exchange(customer("Should I send a photo?"), agent("Please do, I'll attach it to the ticket.")),
    ],
    summary: {
      ticket_opened: ["Maintenance report: {issue}. Ticket opened."],
      handed_over: ["Repeated complaint about {issue}; {staff} took over."],
      answered: ["Asked whether {issue} is under warranty; answered."],
    },
  },
  contract: {
    opening: [
      [
        customer("I have a question about my contract: {clause}."),
        agent("I have it in front of me, let me look at it with you."),
      ],
    ],
    middle: [
      exchange(customer("How long does the transfer take?"), agent("About a week once all papers are ready.")),
      exchange(customer("Can somebody sign for me?"), agent("Yes, with a notarised power of attorney.")),
    ],
    summary: {
      ticket_opened: ["Contract note: {clause}. Passed on to the contracts team."],
      answered: ["Asked about transfer steps and fees; answered."],
      handed_over: ["Contract question ({clause}); {staff} answers."],
    },
  },
  wrong_number: {
    opening: [
      [
        customer("Is this the clinic?", "I'd like to book a table."),
        agent("This is {company}, a real-estate company. I think the number is wrong."),
      ],
    ],
    middle: [],
    summary: { wrong_number: ["Wrong number."] },
  },
};
