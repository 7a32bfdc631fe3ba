// The simulator sends no real voice: the browser's own speaks the agent's words, and its own ear hears the customer, where a
// browser has them.

const longest_load_ms = 5000;

/** Counts the times it was hushed: what waited for its voice meanwhile is not said any more. */
let hushed = 0;

/** Speaks a text in a voice of that language; a browser that has none stays silent. */
export function speak(text: string, language: string, onSpeaking: (isSpeaking: boolean) => void): void {
  const mine = hushed;
  void voiceOf(language).then((voice) => {
    if (!voice || mine !== hushed) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = () => onSpeaking(true);
    utterance.onend = () => onSpeaking(false);
    utterance.onerror = () => onSpeaking(false);
    window.speechSynthesis.speak(utterance);
  });
}

export function hush(): void {
  hushed += 1;
  if ("speechSynthesis" in window) window.speechSynthesis.cancel();
}

async function voiceOf(language: string): Promise<SpeechSynthesisVoice | null> {
  if (!("speechSynthesis" in window)) return null;
  if (window.speechSynthesis.getVoices().length === 0) await voicesLoaded();
  return window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;
}

/** Browsers load their voices only once they were asked for; one that has none never says so. */
function voicesLoaded(): Promise<void> {
  return new Promise((resolve) => {
    window.speechSynthesis.addEventListener("voiceschanged", () => resolve(), { once: true });
    setTimeout(resolve, longest_load_ms);
  });
}

type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number };
/** As far as we use it; no library of types knows it yet. */
type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: Heard) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  start(): void;
  abort(): void;
};

/** Hears the customer; answers how to pause and to stop, or null where the browser cannot.
 *  @param onDeaf told when it cannot any more: it was refused, or what turns sound into words is out of reach */
export function listen(language: string, onText: (text: string) => void, onDeaf: () => void) {
  const make = recogniserOf();
  if (!make) return null;
  const ear = new make();
  let isOn = true;
  let isPaused = false;
  ear.lang = language === "ar" ? "ar-SA" : "en-US";
  ear.continuous = true;
  ear.interimResults = false;
  ear.onresult = ({ results, resultIndex }) => {
    for (let at = resultIndex; at < results.length; at += 1) {
      const text = results[at]?.isFinal ? results[at]?.[0]?.transcript.trim() : "";
      if (text) onText(text);
    }
  };
  ear.onerror = ({ error }) => {
    if (!isOn || error === "no-speech" || error === "aborted") return;
    isOn = false;
    onDeaf();
  };
  // Browsers stop hearing after a silence.
  ear.onend = () => {
    if (isOn && !isPaused) setTimeout(begin, 250);
  };
  const begin = () => {
    if (!isOn || isPaused) return;
    try {
      ear.start();
    } catch (error) {
      // It has begun already, which is what was wanted.
      if (!(error instanceof DOMException)) throw error;
    }
  };
  begin();
  return {
    pause: (paused: boolean) => {
      if (paused === isPaused) return;
      isPaused = paused;
      if (paused) ear.abort();
      else begin();
    },
    stop: () => {
      isOn = false;
      ear.abort();
    },
  };
}

function recogniserOf(): (new () => Recogniser) | null {
  const found: unknown = Reflect.get(window, "SpeechRecognition") ?? Reflect.get(window, "webkitSpeechRecognition");
  return isRecogniser(found) ? found : null;
}

/** Only browsers define the name, and they define this. */
function isRecogniser(value: unknown): value is new () => Recogniser {
  return typeof value === "function";
}
