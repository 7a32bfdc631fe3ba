import { createReadStream } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { Refusal } from "#lib/refusal.ts";
import { env } from "../env.ts";
import { s3Recordings } from "./recordings-s3.ts";

/** Where the sound of conversations is kept, by key: `<company_id>/<conversation_id>.wav`. Files of one folder; a store of
 *  objects elsewhere answers the same three calls. */
export interface Recordings {
  /** Length in bytes; null when there is no such recording. */
  size(key: string): Promise<number | null>;
  /** The bytes from `start` to `end`, both included. */
  read(key: string, span: { start: number; end: number }): Readable;
  write(key: string, bytes: Uint8Array): Promise<void>;
}

const types = { wav: "audio/wav", mp3: "audio/mpeg", webm: "audio/webm" } as const;
const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}\.(wav|mp3|webm)$/;

/** The key of a new recording. */
export const recordingKey = (company_id: string, conversation_id: string, extension: keyof typeof types = "wav") =>
  `${company_id}/${conversation_id}.${extension}`;

/** What kind of sound lies under a key of ours; null for a key that is none, whoever wrote it: it could lead out of the folder. */
export function soundType(key: string): string | null {
  const extension = keyShape.exec(key)?.[1];
  return extension === "wav" || extension === "mp3" || extension === "webm" ? types[extension] : null;
}

/** Recordings where the settings say: a bucket, or else a folder beside the embedded database. With `folder`, files of it.
 *  Throws Refusal when a bucket is named without a key. */
export function openRecordings(folder?: string): Recordings {
  const { RECORDINGS_S3_URL: url, RECORDINGS_S3_REGION: region } = env;
  if (folder !== undefined || url === undefined) return folderRecordings(folder);
  const { RECORDINGS_S3_KEY_ID: key_id, RECORDINGS_S3_SECRET: secret } = env;
  if (!key_id || !secret) throw new Refusal("RECORDINGS_S3_URL needs RECORDINGS_S3_KEY_ID and RECORDINGS_S3_SECRET.");
  return s3Recordings({ url, region, key_id, secret }, checkedKey);
}

/** Throws RangeError for what is no key of ours. */
export function checkedKey(key: string): string {
  if (soundType(key) === null) throw new RangeError("Not the key of a recording.");
  return key;
}

function folderRecordings(folder?: string): Recordings {
  const at = (key: string) => path.join(folder ?? path.join(env.PORTAL_DATA_DIR, "recordings"), checkedKey(key));
  return {
    async size(key) {
      try {
        return (await stat(at(key))).size;
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
        throw cause;
      }
    },
    read: (key, span) => createReadStream(at(key), span),
    async write(key, bytes) {
      await mkdir(path.dirname(at(key)), { recursive: true });
      await writeFile(at(key), bytes);
    },
  };
}
