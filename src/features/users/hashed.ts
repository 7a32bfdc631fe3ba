import type * as z from "zod";
import { hashPassword } from "#server/passwords.ts";

export type WithHash<Input extends { password: string }> = Omit<Input, "password"> & { password_hash: string };

/** An input whose password arrives as its hash. Done while the input is read, after the permission and before a connection is
 *  taken: argon2 takes 80 ms and two of its turns at a time, which no transaction should wait for. */
export const hashed = <Input extends { password: string }>(input: z.ZodType<Input>) =>
  input.transform(
    async ({ password, ...rest }): Promise<WithHash<Input>> => ({
      ...rest,
      password_hash: await hashPassword(password),
    }),
  );
