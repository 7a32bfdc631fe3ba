import type { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { tellSignedOut } from "#trpc/signed-out.ts";
import type { Mode } from "../types.ts";
import { hush, listen, speak } from "./browser-speech.ts";
import type { CallAct } from "./call-state.ts";
import { keepLines } from "./keep-lines.ts";
import { sendLast } from "./last-words.ts";
import { faultOf, openSession, type Session, type SessionEnd } from "./open-session.ts";
import { tellEnd } from "./tell-end.ts";

type Options = {
  client: ReturnType<typeof api.useUtils>["client"];
  mode: Mode;
  isByText: boolean;
  devices: { input: string; output: string };
  greeting: string;
  isSilenced: boolean;
  act: (act: CallAct) => void;
  /** Whether somebody has given it up meanwhile. */
  isStale: () => boolean;
};

/** Starts a session at our server and at the vendor, and keeps the two together until it is over: lines, tools, the end.
 *  What went wrong at the vendor is told by `act`; throws what our own server refused. Null when it did not begin. */
export async function holdCall({ client, mode, isByText, devices, greeting, act, isStale, ...first }: Options) {
  const { signed_url, ...permit } = await client.voiceSessions.start.mutate({ mode });
  const { id, is_simulated, language } = permit;
  const keeper = keepLines(
    id,
    (batch) => client.voiceSessions.hear.mutate(batch).catch(watched),
    (hasUnsaved) => act({ do: "unsaved", hasUnsaved }),
  );
  let session: Session | null = null;
  let began = 0;
  let isOver = false;
  let isSilenced = first.isSilenced;
  let isMuted = false;
  /** The vendor's sound and the browser's voice: either may go on when the other has ended. */
  const speaking = { sound: false, voice: false };
  const isSpeaking = () => speaking.sound || speaking.voice;
  let ending: ReturnType<typeof tellEnd> | null = null;
  let ear: ReturnType<typeof listen> = null;
  /** Lines that were typed: shown at once, and not once more when the vendor repeats them. */
  const typed: string[] = [];

  const seconds = () => (began === 0 ? null : Math.round((Date.now() - began) / 1000));
  const report = (reason: "user" | "agent" | "error" | "quota" | "dropped") => ({
    id,
    reason,
    vendor_conversation_id: session?.vendor_conversation_id ?? null,
    duration_seconds: seconds(),
  });
  const heard = (speaker: "customer" | "agent", said: string) => {
    const text = said.trim();
    if (text === "") return;
    const at_ms = began === 0 ? 0 : Date.now() - began;
    act({ do: "line", line: { speaker, text, at_ms } });
    keeper.add({ speaker, text, at_ms });
  };
  // What the machine says must not be heard as the customer's words.
  const heed = () => ear?.pause(isMuted || isSpeaking());
  const speaks = (by: keyof typeof speaking) => (now: boolean) => {
    speaking[by] = now;
    heed();
    act({ do: "speak", isSpeaking: isSpeaking() });
  };
  const finish = async (reason: Parameters<typeof report>[0]) => {
    if (isOver) return;
    isOver = true;
    ear?.stop();
    hush();
    const last = report(reason);
    // Lines that did not go through now go on trying by themselves.
    await keeper.flush();
    ending = tellEnd(
      () => client.voiceSessions.end.mutate(last).catch(watched),
      (isEndUnsaved) => act({ do: "end unsaved", isEndUnsaved }),
    );
    await ending.told;
  };
  const onEnd = ({ reason, fault }: SessionEnd) => {
    if (fault) act({ do: "fail", fault });
    else act({ do: "end", duration_seconds: seconds() });
    void finish(fault === "quota" ? "quota" : fault ? "dropped" : reason);
  };

  if (isStale()) {
    await finish("user");
    return null;
  }
  act({ do: "permit", permit });
  try {
    session = await openSession({
      signed_url,
      permit,
      isByText,
      devices,
      greeting,
      listener: {
        onConnect: () => {
          began = Date.now();
          act({ do: "begin", at: began });
        },
        onLine: (speaker, text) => {
          const known = speaker === "customer" ? typed.indexOf(text.trim()) : -1;
          if (known >= 0) return void typed.splice(known, 1);
          heard(speaker, text);
          if (speaker === "agent" && is_simulated && !isSilenced) speak(text, language, speaks("voice"));
        },
        onCorrect: (was, is) => act({ do: "correct", was, is }),
        onSpeaking: speaks("sound"),
        onInterrupt: () => {
          hush();
          act({ do: "interrupt" });
        },
        onTool: async (call_id, name, values) => {
          act({ do: "tool", call_id, name, arguments: values });
          const used = await client.voiceSessions.tool
            .mutate({ id, call_id, name, arguments: values })
            .catch((error) => {
              act({ do: "used", call_id, used: null });
              return watched(error);
            });
          act({ do: "used", call_id, used });
          return JSON.stringify(used.result);
        },
        onEnd,
      },
    });
  } catch (error) {
    if (!isStale()) act({ do: "fail", fault: faultOf(error) });
    await finish(isStale() ? "user" : "error");
    return null;
  }
  const open = session;
  if (isStale()) {
    await open.end();
    return null;
  }
  // The simulator understands words only: the browser has to turn the voice into them.
  if (is_simulated && !isByText && !isOver) {
    const hear = (text: string) => {
      typed.push(text);
      heard("customer", text);
      open.say(text);
    };
    const isDeaf = () => act({ do: "deaf" });
    ear = listen(language, hear, isDeaf);
    if (ear) heed();
    else isDeaf();
  }
  return {
    end: async () => {
      await open.end();
      await finish("user");
    },
    /** The page goes: what is left travels along with it. */
    leave: () => {
      isOver = true;
      const rest = keeper.rest();
      if (rest) sendLast("voiceSessions.hear", rest);
      if (!ending?.isSaved()) sendLast("voiceSessions.end", report("user"));
      ending?.stop();
      keeper.stop();
      ear?.stop();
      hush();
      void open.end();
    },
    say: (said: string) => {
      const text = said.trim();
      if (text === "") return;
      hush();
      typed.push(text);
      heard("customer", text);
      open.say(text);
    },
    mute: (muted: boolean) => {
      isMuted = muted;
      open.mute(muted);
      heed();
    },
    silence: (silenced: boolean) => {
      isSilenced = silenced;
    },
    levels: open.levels,
    choose: (kind: "input" | "output", device: string) =>
      kind === "input" ? open.hearThrough(device) : open.speakThrough(device),
  };
}

export type HeldCall = NonNullable<Awaited<ReturnType<typeof holdCall>>>;

/** An ended session is asked about in place, whichever call found out. */
function watched(error: unknown): never {
  if (failureOf(error).code === "UNAUTHORIZED") tellSignedOut();
  throw error;
}
