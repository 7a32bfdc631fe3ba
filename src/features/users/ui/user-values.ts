import { atMost, email, first, required } from "#ui/form/checks.ts";
import type { Problems } from "#ui/form/use-form.ts";
import type { Role, User } from "./types.ts";

/** A colleague as the forms hold him; each of them shows the fields it is about. */
export type UserValues = {
  name: string;
  role: Role;
  email: string;
  gender: NonNullable<User["gender"]> | "none";
  username: string;
  password: string;
};

export const nobody: UserValues = { name: "", role: "agent", email: "", gender: "none", username: "", password: "" };

export const valuesOf = ({ name, role, email, gender, username }: User): UserValues => ({
  name,
  role,
  email: email ?? "",
  gender: gender ?? "none",
  username,
  password: "",
});

export const checkPerson = (values: UserValues): Problems<UserValues> => ({
  name: first(required(values.name), atMost(values.name, 120)),
  email: email(values.email),
});

/** As the API takes it: what is not said is null. */
export const personInput = ({ name, email: mail, gender }: UserValues) => ({
  name,
  email: mail.trim() || null,
  gender: gender === "none" ? null : gender,
});
