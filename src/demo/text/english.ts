import { agent, customer, staff, type TextBank, tool } from "./bank.ts";
import { englishSales } from "./english-sales.ts";
import { englishService } from "./english-service.ts";

/** English as it is spoken with agents in the Gulf. */
export const english: TextBank = {
  language: "en",
  greeting: [
    "Hello, this is {agent} from {company}. This call is recorded for quality. How can I help?",
    "{company}, {agent} speaking. The call is recorded. What can I do for you?",
  ],
  openers: { voice: ["Hi. ", "Hello. ", ""], chat: ["Hi! ", "Hello. ", "Hi there. ", ""] },
  scenarios: { ...englishSales, ...englishService },
  endings: {
    answered: [[customer("That's clear, thank you."), agent("You're welcome. Have a good day.")]],
    interested: [
      [
        customer("Let me think about it. Please send me the photos."),
        agent("Just sent them to you on WhatsApp. Take your time."),
      ],
    ],
    not_interested: [[customer("Not for me, thanks."), agent("Thank you for your time.")]],
    booked: [
      [
        customer("Can I see it in person?", "Great, let's arrange a viewing."),
        agent("I have {day} at {time} with {staff}. Does that suit you?"),
        customer("Perfect."),
        tool("request_booking", "Viewing requested: {title}, {day} {time}"),
        agent("Done. You'll get a confirmation once the sales team approves it."),
      ],
    ],
    ticket_opened: [
      [
        tool("open_ticket", "Ticket opened"),
        agent("I've opened a ticket; you'll get its number by text message."),
        customer("Thanks."),
      ],
    ],
    handed_over: [
      [
        customer("I'd rather speak to a person, please."),
        tool("hand_over_to_staff", "Handing over to {staff}"),
        agent("Of course, I'm connecting you to {staff}."),
        staff("Hi {name}, {staff} here from {company}. I've read the conversation, let me take it from here."),
      ],
    ],
    wrong_number: [[customer("Oh, sorry about that."), agent("No problem at all.")]],
    failed: [[customer("Hello? You're breaking up…"), agent("The line is bad, we'll call you back shortly.")]],
  },
  next_step: {
    booked: ["Approve the viewing or suggest another time"],
    interested: ["Send photos and follow up in two days", "Follow up with similar listings in {district}"],
    handed_over: ["{staff} follows up today"],
    ticket_opened: ["Track the ticket with maintenance"],
    no_answer: ["Call again in the evening"],
    failed: ["Call back"],
  },
};
