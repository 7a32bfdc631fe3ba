import { createServer, type Socket } from "node:net";

export interface ReceivedMail {
  to: string[];
  /** Header names in lower case; folded lines joined. */
  headers: Record<string, string>;
  /** As it went over the wire, after the headers. */
  body: string;
}

/** A mail server on a free port that speaks as much SMTP as a client needs. `answerNext` has it refuse one mail. */
export async function openSmtpServer() {
  const received: ReceivedMail[] = [];
  const refusals: string[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    converse(socket, received, refusals);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answerNext: (reply: string) => void refusals.push(reply),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

function converse(socket: Socket, received: ReceivedMail[], refusals: string[]): void {
  let [rest, data, to]: [string, string[] | null, string[]] = ["", null, []];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (data) {
      if (line !== ".") return void data.push(line.startsWith("..") ? line.slice(1) : line);
      const refusal = refusals.shift();
      if (!refusal) received.push(parse(data, to));
      [data, to] = [null, []];
      return say(refusal ?? "250 taken");
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "QUIT") return void socket.end("221 bye\r\n");
    if (verb === "RCPT") to.push(/<(.*)>/.exec(line)?.[1] ?? "");
    if (verb === "DATA") data = [];
    say(verb === "DATA" ? "354 go on" : "250 ok");
  };
  say("220 test");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\r\n");
    rest = lines.pop() ?? "";
    lines.forEach(hear);
  });
}

function parse(lines: string[], to: string[]): ReceivedMail {
  const blank = lines.indexOf("");
  const folded = lines
    .slice(0, blank)
    .join("\r\n")
    .replace(/\r\n[ \t]+/g, " ");
  const headers = Object.fromEntries(
    folded.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { to, headers, body: lines.slice(blank + 1).join("\r\n") };
}

/** What people read of a header with encoded words (RFC 2047). */
export function decodedHeader(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, way: string, encoded: string) =>
      /b/i.test(way) ? decoded(encoded, "base64") : decoded(encoded.replaceAll("_", " "), "quoted-printable"),
    );
}

/** The parts of a mail by their content type, as people read them. */
export function partsOf({ headers, body }: ReceivedMail): Record<string, string> {
  const boundary = /boundary="?([^";]+)"?/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [head = "", ...text] = part.trimStart().split("\r\n\r\n");
      const type = /content-type: ([\w/]+)/i.exec(head)?.[1] ?? "";
      const way = /content-transfer-encoding: ([\w-]+)/i.exec(head)?.[1] ?? "7bit";
      return [type, decoded(text.join("\r\n\r\n"), way)];
    }),
  );
}

function decoded(text: string, way: string): string {
  if (way === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (way !== "quoted-printable") return text;
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
