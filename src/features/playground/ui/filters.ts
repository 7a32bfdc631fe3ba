import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const views = ["voice", "chat", "both"] as const;
export type View = (typeof views)[number];

/** The page's address: what is shown, what the next talk does, and the chat that goes on after a reload. */
export const playgroundParsers = {
  view: parseAsStringLiteral(views).withDefault("both"),
  mode: parseAsStringLiteral(["real", "trial"] as const).withDefault("real"),
  chat: parseAsString,
};
