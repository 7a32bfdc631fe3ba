"use client";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";

export type Actor = "staff" | "voice_agent" | "chat_agent" | "system";

type Props = {
  actor: Actor /** Of the person, when it was one. */;
  name?: string | null | undefined;
  size?: "sm" | "md";
};

/** Who did it, at a glance: a circle is a person, a lavender square a machine. */
export function ActorMark({ actor, name, size = "md" }: Props) {
  if (actor === "staff") return <PersonMark name={name ?? "؟"} kind="staff" size={size} />;
  return (
    <MachineMark kind={actor === "voice_agent" ? "voice" : actor === "chat_agent" ? "chat" : "system"} size={size} />
  );
}
