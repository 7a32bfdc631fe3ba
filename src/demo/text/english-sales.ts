import { agent, customer, exchange, homeExchange, type Scenario, saleExchange, tool } from "./bank.ts";

const found = tool("search_properties", "Listing search: {district} · available, permit valid");

const details = [
  homeExchange(
    customer("What floor is it on, and is there parking?"),
    agent("It comes with covered parking, and I'll send you the floor plan with the exact position."),
  ),
  exchange(
    customer("Is the listing permit valid?"),
    agent("Yes, permit {permit}. You can check it on the authority's website."),
  ),
  homeExchange(
    customer("Are pets allowed?", "Is it family friendly?"),
    agent("Yes. There is a park and a nursery within a short walk."),
  ),
  exchange(
    customer("Is the price negotiable?", "Would the owner accept a bit less?"),
    agent("The owner has some room for a serious buyer. I can pass your offer to the sales team."),
  ),
  saleExchange(
    customer("What are the fees on top?"),
    agent("The registration fee and our commission. I'll send you the full breakdown in writing."),
  ),
  homeExchange(
    customer("When could we move in?"),
    agent("It is vacant, so as soon as the papers are done. Usually two to three weeks."),
  ),
];

export const englishSales: Record<"price" | "viewing" | "financing" | "follow_up", Scenario> = {
  price: {
    opening: [
      [
        customer(
          "I saw your listing for {title}. How much is it?",
          "Is {title} still available? What's the asking price?",
        ),
        found,
        agent(
          "Yes, it is available at {price}: {size}.",
          "It is still available. The asking price is {price}, {size}.",
        ),
      ],
    ],
    middle: details,
    endings: {
      not_interested: [
        [
          customer("That's above my budget, sorry."),
          agent("I understand. I'll let you know if something closer to your budget comes up."),
        ],
      ],
    },
    summary: {
      answered: ["Asked about the price of {title} and got all details."],
      interested: ["Interested in {title} at {price}; wants photos and the floor plan first."],
      not_interested: ["Asked about {title}; above the budget."],
      booked: ["Asked about {title}, then booked a viewing for {day} at {time}."],
      handed_over: ["Wants to make an offer on {title}; {staff} follows up."],
    },
  },
  viewing: {
    opening: [
      [
        customer("I'd like to view {title} this week if possible.", "Can my partner and I see {title}?"),
        found,
        agent("Of course. It is listed at {price}, {size}. Viewings run from ten in the morning until eight."),
      ],
    ],
    middle: details,
    summary: {
      booked: ["Requested a viewing of {title} on {day} at {time}; waiting for the sales team's approval."],
      interested: ["Wants to view {title} after returning from a trip."],
      handed_over: ["Several viewings on one day; {staff} arranges them."],
      answered: ["Asked about viewing hours in {district}."],
    },
  },
  financing: {
    opening: [
      [
        customer("What down payment would I need for {title}?", "Can I buy {title} with a mortgage as a resident?"),
        agent("Yes. The price is {price}; residents usually put down twenty percent on a first home."),
      ],
    ],
    middle: [
      exchange(
        customer("Do you work with {bank}?"),
        agent("We do. Our mortgage advisor handles the file at no cost to you."),
      ),
      exchange(
        customer("How long does pre-approval take?"),
        agent("Three to five working days once your documents are complete."),
      ),
      exchange(
        customer("What if the valuation comes in lower?"),
        agent("The bank lends on the valuation. The difference is paid in cash or negotiated with the owner."),
      ),
    ],
    summary: {
      answered: ["Asked about down payment and fees for {title}."],
      interested: ["Buying with a mortgage from {bank}; waiting for pre-approval."],
      handed_over: ["Detailed mortgage questions; {staff} follows up."],
      booked: ["Pre-approved by {bank}; booked a viewing of {title} on {day} at {time}."],
    },
  },
  follow_up: {
    opening: [
      [
        agent("Hello {name}, this is {agent} from {company}, about {title}. Do you have a minute?"),
        customer("Sure, go ahead.", "Yes, but please be quick."),
        agent("It is still available at {price}. Would you like to see it this week?"),
      ],
    ],
    middle: details,
    summary: {
      booked: ["Follow-up worked: viewing of {title} booked for {day} at {time}."],
      interested: ["Still looking in {district}; asked for details on WhatsApp."],
      not_interested: ["No longer looking."],
      answered: ["Short follow-up; will get back to us."],
    },
  },
};
