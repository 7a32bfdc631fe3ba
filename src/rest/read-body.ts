import type { IncomingMessage } from "node:http";

/** A request's bytes, or "too_large" once there are more than `most(head)` of them; `head` are the first 4096, or all when
 *  there are fewer. What is too large is not read on. Throws when the sender breaks off. */
export async function readBody(req: IncomingMessage, most: (head: Buffer) => number): Promise<Buffer | "too_large"> {
  const announced = Number(req.headers["content-length"] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  let limit = Number.POSITIVE_INFINITY;
  for await (const chunk of req) {
    const bytes: Buffer = chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (limit === Number.POSITIVE_INFINITY && size >= 4096) limit = most(Buffer.concat(chunks));
    if (Math.max(size, announced) > limit) return "too_large";
  }
  const body = Buffer.concat(chunks);
  return body.length > most(body) ? "too_large" : body;
}
