"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";
import { v4 as newId } from "uuid";
import { api } from "#trpc/api.ts";
import { type Failure, failureOf } from "#trpc/failure.ts";
import { tellSignedOut } from "#trpc/signed-out.ts";
import { streaming } from "#trpc/streaming.ts";
import type { Mode } from "../types.ts";
import { type FaultItem, no_talk, type Talk, talkAfter } from "./talk.ts";

/** A line that did not reach the server: sent again as it is, it goes under the same id. */
export type Unsent = { turn_id: string; text: string; failure: Failure };

type Said = { conversation_id: string; turn_id: string; text: string; retry: boolean };

/** The chat with the company's agent. It begins with the first line; each answer comes word by word and is saved by the server
 *  whether or not this page still stands.
 *  @param held a talk found in the page's address, to go on with
 *  @param onTalk told of the talk's id, null when there is none any more */
export function useChat(mode: Mode, held: Talk | null, onTalk: (id: string | null) => void) {
  const [talk, act] = useReducer(talkAfter, held ?? no_talk);
  const [draft, setDraft] = useState("");
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  // Said at once that it did not go, and not held back until the network returns: the line is still to be seen in its box then.
  const begin = api.playground.begin.useMutation({ networkMode: "always" });
  const finish = api.playground.end.useMutation();
  const queries = useQueryClient();
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const takeBack = (turn_id: string, text: string, error: unknown) => {
    act({ do: "take back", turn_id });
    setUnsent({ turn_id, text, failure: failureOf(error) });
    // What was typed meanwhile stays below it.
    setDraft((typed) => (typed.trim() === "" ? text : `${text}\n${typed}`));
  };

  const hear = async (line: Said, isAgain: boolean) => {
    const { turn_id, text } = line;
    const leave = new AbortController();
    leaving.current = leave;
    let isHeard = false;
    let isDone = false;
    try {
      const answer = await streaming.playground.say.mutate(line, { signal: leave.signal });
      const events = answer[Symbol.asyncIterator]();
      for (let next = await events.next(); !next.done; next = await events.next()) {
        const event = next.value;
        isHeard = true;
        isDone = event.kind === "done" || event.kind === "failed";
        act({ do: "hear", turn_id, text, event });
      }
      if (!isDone && !leave.signal.aborted) act({ do: "break", turn_id, text, can_retry: true });
    } catch (error) {
      if (leave.signal.aborted) return;
      const failure = failureOf(error);
      if (failure.code === "UNAUTHORIZED") tellSignedOut();
      const isDecided = failure.code === "CONFLICT" && failure.reason !== "busy";
      if (isHeard || isAgain) act({ do: "break", turn_id, text, can_retry: !isDecided });
      else takeBack(turn_id, text, error);
    } finally {
      void queries.invalidateQueries({ queryKey: [["conversations"]] });
    }
  };

  const send = async (typed: string) => {
    const text = typed.trim();
    if (text === "" || talk.answering || talk.is_ended) return;
    const turn_id = unsent?.text === text ? unsent.turn_id : newId();
    setUnsent(null);
    setDraft("");
    act({ do: "say", turn_id, text });
    let { id } = talk;
    if (id === null) {
      try {
        const begun = await begin.mutateAsync({ mode });
        id = begun.conversation_id;
        act({ do: "begin", id, mode: begun.mode, greeting: begun.greeting });
        onTalk(id);
      } catch (error) {
        return takeBack(turn_id, text, error);
      }
    }
    await hear({ conversation_id: id, turn_id, text, retry: false }, false);
  };

  const retry = ({ turn_id, text, fault }: FaultItem) => {
    if (talk.id === null || talk.answering) return;
    // When only the way to us broke, the server finished the answer: it is told once more, not asked for again.
    const again = fault === "line";
    act({ do: "retry", turn_id, again });
    void hear({ conversation_id: talk.id, turn_id, text, retry: !again }, true);
  };

  /** The talk is closed at the server by itself when this call is lost. */
  const end = () => {
    if (talk.id !== null && !talk.is_ended) finish.mutate({ conversation_id: talk.id });
    act({ do: "end" });
  };
  const startAfresh = () => {
    leaving.current?.abort();
    if (talk.id !== null && !talk.is_ended) finish.mutate({ conversation_id: talk.id });
    act({ do: "clear" });
    setUnsent(null);
    onTalk(null);
  };
  return {
    talk,
    draft,
    setDraft,
    unsent,
    send: (text: string) => void send(text),
    retry,
    end,
    startAfresh,
    /** A talk that still goes on and so keeps its mode. */
    isRunning: talk.items.length > 0 && !talk.is_ended,
  };
}

export type Chat = ReturnType<typeof useChat>;
