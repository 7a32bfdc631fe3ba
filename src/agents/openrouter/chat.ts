import OpenAI from "openai";
import type { ChatEvent, ChatProvider, ChatRequest } from "../ports.ts";
import { VendorError } from "../ports.ts";
import { answerEvents } from "./answer-events.ts";
import { asVendorError, faultTold } from "./faults.ts";
import { asBody } from "./request-body.ts";

/** Until the answer begins, and between two of its pieces. */
const patience_ms = 30_000;

export interface OpenRouterOptions {
  api_key: string;
  base_url: string;
  is_simulated: boolean;
  /** The portal's own address, told to the vendor as the app's name; null tells none. */
  referer: string | null;
  /** Default: 30 s of silence. */
  patience_ms?: number;
}

/** The chat provider over OpenRouter's wire, by the `openai` SDK. A request is repeated once before the answer begins (lost
 *  connection, 5xx; never a 429, which the caller is told of with its seconds), and never after. Throws VendorError. */
export function openRouterChat(options: OpenRouterOptions): ChatProvider {
  let client: OpenAI | undefined;
  // Made when first asked: the SDK throws without a key, and pages are built without one.
  const connect = () => {
    client ??= new OpenAI({
      apiKey: options.api_key,
      baseURL: options.base_url,
      organization: null,
      project: null,
      timeout: options.patience_ms ?? patience_ms,
      maxRetries: 1,
      defaultHeaders: { "X-Title": "Voice Agent Portal", ...(options.referer && { "HTTP-Referer": options.referer }) },
      fetch: fetchOnceWhenLimited,
      logLevel: "off",
    });
    return client;
  };
  return {
    vendor: "openrouter",
    is_simulated: options.is_simulated,
    stream: (request, signal) => streamAnswer(connect(), request, signal, options.patience_ms ?? patience_ms),
  };
}

async function* streamAnswer(
  client: OpenAI,
  request: ChatRequest,
  signal: AbortSignal,
  longest_silence_ms: number,
): AsyncGenerator<ChatEvent> {
  // The SDK ends an aborted stream without a word, so who aborted is remembered here.
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => {}, 0);
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), longest_silence_ms);
  };
  let has_begun = false;
  try {
    const { data, response } = await client.chat.completions.create(asBody(request), { signal: either }).withResponse();
    if (!response.headers.get("content-type")?.startsWith("text/event-stream")) throw await refusedIn(response);
    listen();
    for await (const event of answerEvents(data, listen)) {
      has_begun = true;
      yield event;
    }
  } catch (cause) {
    if (either.aborted) throw new VendorError("openrouter", "timeout", { cause });
    throw asVendorError(cause, has_begun);
  } finally {
    clearTimeout(timer);
  }
}

/** 200 with an error in its body: the provider failed while producing. */
async function refusedIn(response: Response): Promise<VendorError> {
  const body: unknown = await response.json().catch(() => null);
  const error: unknown = Object(body).error;
  if (error === undefined) return new VendorError("openrouter", "invalid_answer", { status: response.status });
  const { fault, status } = faultTold(error);
  return new VendorError("openrouter", fault, { ...(status !== null && { status }) });
}

/** The SDK would sleep as long as a 429 says, up to a minute, with somebody waiting in front of a screen. */
async function fetchOnceWhenLimited(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (response.status !== 429) return response;
  const headers = new Headers(response.headers);
  headers.set("x-should-retry", "false");
  return new Response(response.body, { status: response.status, headers });
}
