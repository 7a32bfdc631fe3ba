import { createReadStream } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { env } from "../env.ts";

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

/** Recordings as files of `folder`; without one, beside the embedded database. */
export function openRecordings(folder?: string): Recordings {
  const at = (key: string) => {
    if (soundType(key) === null) throw new RangeError("Not the key of a recording.");
    return path.join(folder ?? path.join(env.PORTAL_DATA_DIR, "recordings"), key);
  };
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
