import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { byteRange } from "#rest/byte-range.ts";
import { checkedKey, type Recordings, recordingKey } from "#server/recordings.ts";
import { s3Recordings } from "#server/recordings-s3.ts";
import { Unavailable } from "#src/errors.ts";

const key = recordingKey("0193a000-0000-7000-8000-000000000001", "0193a000-0000-7000-8000-000000000002", "mp3");
let server: Server;
let recordings: Recordings;
let status: number | undefined;
const objects = new Map<string, Buffer>();
const seen: { method: string; path: string; signature: string; date: string; range: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer(async (req, res) => {
    const path = req.url ?? "";
    seen.push({
      method: req.method ?? "",
      path,
      signature: req.headers.authorization ?? "",
      date: String(req.headers["x-amz-date"]),
      range: req.headers.range,
    });
    const body = await bytesOf(req);
    if (status !== undefined) return void res.writeHead(status).end("<Error/>");
    if (req.method === "PUT") objects.set(path, body);
    const object = objects.get(path);
    if (!object) return void res.writeHead(404).end();
    const range = byteRange(req.headers.range, object.length);
    if (range === null) return void res.writeHead(416).end();
    const part = range === "whole" ? object : object.subarray(range.start, range.end + 1);
    res.writeHead(range === "whole" ? 200 : 206, { "Content-Length": req.method === "PUT" ? 0 : part.length });
    res.end(req.method === "GET" ? part : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  recordings = s3Recordings(
    { url: `http://127.0.0.1:${address.port}/bucket/`, region: "eu-central-1", key_id: "KEYID", secret: "SECRET" },
    checkedKey,
  );
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  status = undefined;
  seen.length = 0;
});

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it("a recording is written, measured and read in parts, each request signed", async () => {
  expect(await recordings.size(key)).toBeNull();
  await recordings.write(key, new TextEncoder().encode("0123456789"));
  expect(await recordings.size(key)).toBe(10);
  expect(await text(recordings.read(key, { start: 2, end: 5 }))).toBe("2345");
  expect(await text(recordings.read(key, { start: 0, end: 9 }))).toBe("0123456789");
  expect(seen.map(({ method }) => method)).toEqual(["HEAD", "PUT", "HEAD", "GET", "GET"]);
  expect(seen.map(({ range }) => range).filter(Boolean)).toEqual(["bytes=2-5", "bytes=0-9"]);
  for (const { path, signature, date } of seen) {
    expect(path).toBe(`/bucket/${key}`);
    expect(date).toMatch(/^\d{8}T\d{6}Z$/);
    expect(signature).toMatch(
      /^AWS4-HMAC-SHA256 Credential=KEYID\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
    );
  }
});

it("a store that fails is Unavailable, never an empty recording", async () => {
  await recordings.write(key, new TextEncoder().encode("0123456789"));
  status = 403;
  await expect(recordings.size(key)).rejects.toThrow(Unavailable);
  await expect(recordings.write(key, new Uint8Array([1]))).rejects.toThrow(Unavailable);
  await expect(text(recordings.read(key, { start: 0, end: 9 }))).rejects.toThrow(Unavailable);
  status = 200; // The whole instead of the part that was asked for.
  await expect(text(recordings.read(key, { start: 2, end: 5 }))).rejects.toThrow(Unavailable);
});

it("what is no key of ours never becomes an address", async () => {
  await expect(recordings.size("../other-bucket/x.mp3")).rejects.toThrow(RangeError);
  expect(seen).toEqual([]);
});
