import { hash, verify } from "@node-rs/argon2";
import { Gate } from "#lib/gate.ts";

// OWASP's first choice for argon2id. The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Hashing runs on libuv's four threads: two are left to everything else.
const gate = new Gate(2);

// A hash of nothing anyone can type, so that an unknown user takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** An argon2id string in PHC form. */
export const hashPassword = (password: string): Promise<string> => gate.run(() => hash(password, cost));

/** Whether the password fits. A null hash (no such user) takes the same time and is never true. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), cost);
  const against = stored ?? (await decoy);
  const fits = await gate.run(() => verify(against, password));
  return fits && stored !== null;
}
