// The simulator sends no real voice: the browser's own speaks the agent's words, and its own ear hears the customer, where a
// browser has them.

/** Speaks a text in a voice of that language. Answers false when the browser has none. */
export function speak(text: string, language: string, onSpeaking: (isSpeaking: boolean) => void): boolean {
  const voice = voiceOf(language);
  if (!voice) return false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.onstart = () => onSpeaking(true);
  utterance.onend = () => onSpeaking(false);
  utterance.onerror = () => onSpeaking(false);
  window.speechSynthesis.speak(utterance);
  return true;
}

export function hush(): void {
  if ("speechSynthesis" in window) window.speechSynthesis.cancel();
}

/** Whether the browser can speak it. Browsers load their voices late: ask again when needed. */
export function canSpeak(language: string): boolean {
  return voiceOf(language) !== null;
}

function voiceOf(language: string): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in window)) return null;
  return window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;
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

/** Hears the customer; answers how to pause and to stop, or null where the browser cannot. */
export function listen(language: string, onText: (text: string) => void) {
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
    if (error !== "no-speech" && error !== "aborted") isOn = false;
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
