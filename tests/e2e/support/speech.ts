import type { Page } from "playwright-core";

/** One text that the page had spoken; over once it was spoken to its end or cancelled. */
interface Spoken {
  text: string;
  lang: string;
  voice: string;
  isOver: boolean;
}

interface Ear {
  lang: string;
  isListening: boolean;
  hear(text: string): void;
  fail(error: string): void;
}

interface World {
  spoken: Spoken[];
  ear: Ear | null;
  finish(): void;
}

/** What the page's voice and ear have done, and what happens to them next. */
interface StandIn {
  spoken(): Promise<Spoken[]>;
  /** What is being spoken comes to its end. */
  finish(): Promise<void>;
  isListening(): Promise<boolean>;
  language(): Promise<string | undefined>;
  /** The ear has heard this, for good. */
  hear(text: string): Promise<void>;
  /** The ear stops with an error of the standard's. */
  fail(error: string): Promise<void>;
}

/** Puts a voice and an ear in the place of the browser's, with the Web Speech API's own events: a headless browser has neither.
 *  The voices load late, as in Chromium. To be called before the page goes anywhere. */
export async function standInSpeech(page: Page): Promise<StandIn> {
  await page.addInitScript(install);
  return {
    spoken: () => page.evaluate(() => (Reflect.get(window, "speech") as World).spoken),
    finish: () => page.evaluate(() => (Reflect.get(window, "speech") as World).finish()),
    isListening: () => page.evaluate(() => (Reflect.get(window, "speech") as World).ear?.isListening ?? false),
    language: () => page.evaluate(() => (Reflect.get(window, "speech") as World).ear?.lang),
    hear: (text) => page.evaluate((text) => (Reflect.get(window, "speech") as World).ear?.hear(text), text),
    fail: (error) => page.evaluate((error) => (Reflect.get(window, "speech") as World).ear?.fail(error), error),
  };
}

/** Runs in the page. */
function install(): void {
  const spoken: Spoken[] = [];
  let speaking: { mine: Spoken; utterance: Utterance } | null = null;
  const world: World = { spoken, ear: null, finish: () => over(null) };
  Reflect.set(window, "speech", world);

  class Utterance {
    voice: { name: string } | null = null;
    lang = "";
    onstart: (() => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  function over(error: string | null): void {
    if (!speaking) return;
    const { mine, utterance } = speaking;
    speaking = null;
    mine.isOver = true;
    if (error === null) utterance.onend?.();
    else utterance.onerror?.({ error });
  }
  const synthesis = Object.assign(new EventTarget(), {
    voices: [] as { name: string; lang: string }[],
    getVoices: () => synthesis.voices,
    speak: (utterance: Utterance) => {
      const mine = { text: utterance.text, lang: utterance.lang, voice: utterance.voice?.name ?? "", isOver: false };
      spoken.push(mine);
      speaking = { mine, utterance };
      queueMicrotask(() => utterance.onstart?.());
    },
    cancel: () => over("interrupted"),
  });
  window.addEventListener("click", () =>
    setTimeout(() => {
      synthesis.voices = [
        { name: "English", lang: "en-US" },
        { name: "Arabic", lang: "ar-SA" },
      ];
      synthesis.dispatchEvent(new Event("voiceschanged"));
    }, 1500),
  );

  class Recogniser implements Ear {
    lang = "";
    continuous = false;
    interimResults = true;
    isListening = false;
    onresult: ((event: object) => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    constructor() {
      world.ear = this;
    }
    start(): void {
      if (this.isListening) throw new DOMException("It has started.", "InvalidStateError");
      this.isListening = true;
    }
    abort(): void {
      if (this.isListening) this.fail("aborted");
    }
    fail(error: string): void {
      this.isListening = false;
      this.onerror?.({ error });
      this.onend?.();
    }
    hear(transcript: string): void {
      if (!this.isListening) throw new Error("Nobody listens.");
      this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] });
    }
  }
  const put = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
  put("SpeechSynthesisUtterance", Utterance);
  put("speechSynthesis", synthesis);
  put("SpeechRecognition", Recogniser);
}
