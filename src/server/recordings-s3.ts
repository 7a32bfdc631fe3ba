import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { Unavailable } from "../errors.ts";
import type { Recordings } from "./recordings.ts";

export interface S3Settings {
  /** Of the bucket: https://s3.eu-central-1.amazonaws.com/bucket, or any store that speaks the same protocol. */
  url: string;
  region: string;
  key_id: string;
  secret: string;
}

/** Recordings as objects of an S3-compatible bucket: HEAD, GET with a range, PUT, each signed (SigV4). `at` checks a key.
 *  Throws Unavailable when the store does not do as asked. */
export function s3Recordings({ url, region, key_id, secret }: S3Settings, at: (key: string) => string): Recordings {
  // A retry of ours would hide a slow store from whoever waits.
  const client = new AwsClient({ accessKeyId: key_id, secretAccessKey: secret, service: "s3", region, retries: 0 });
  const ask = async (key: string, init: RequestInit) => {
    const address = `${url.replace(/\/$/, "")}/${at(key)}`;
    try {
      return await client.fetch(address, init);
    } catch (cause) {
      throw new Unavailable("The store of recordings cannot be reached.", { cause });
    }
  };
  return {
    async size(key) {
      const answer = await ask(key, { method: "HEAD", signal: AbortSignal.timeout(10_000) });
      if (answer.status === 404) return null;
      const length = answer.headers.get("content-length");
      if (!answer.ok || length === null) throw refused(answer);
      return Number(length);
    },
    read: (key, { start, end }) =>
      Readable.from(
        (async function* () {
          const answer = await ask(key, { headers: { range: `bytes=${start}-${end}` } });
          if (answer.status !== 206 || !answer.body) {
            await answer.body?.cancel();
            throw refused(answer);
          }
          yield* answer.body;
        })(),
        { objectMode: false },
      ),
    async write(key, bytes) {
      const answer = await ask(key, {
        method: "PUT",
        body: Uint8Array.from(bytes),
        signal: AbortSignal.timeout(60_000),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw refused(answer);
    },
  };
}

const refused = ({ status }: Response) => new Unavailable(`The store of recordings answered ${status}.`);
