import { may, router } from "#server/procedures.ts";
import { createUser, deactivateUser, reactivateUser, resetPassword, updateUser } from "./commands.ts";
import { hashed } from "./hashed.ts";
import { listStaff, listUsers } from "./queries.ts";
import {
  CreateUser,
  DeactivateUser,
  ListStaff,
  ListUsers,
  ReactivateUser,
  ResetPassword,
  Staff,
  UpdateUser,
  User,
  UserPage,
} from "./schema.ts";

export const usersRouter = router({
  list: may("users.manage").read({ input: ListUsers, output: UserPage }, listUsers),
  // Not `.create`: an idempotency key would keep a fast hash of the password, and a repeat is refused by the name anyway.
  create: may("users.manage").write({ input: hashed(CreateUser), output: User }, createUser),
  update: may("users.manage").write({ input: UpdateUser, output: User }, updateUser),
  deactivate: may("users.manage").write({ input: DeactivateUser, output: User }, deactivateUser),
  reactivate: may("users.manage").write({ input: ReactivateUser, output: User }, reactivateUser),
  resetPassword: may("users.manage").write({ input: hashed(ResetPassword), output: User }, resetPassword),
});

export const staffRouter = router({
  list: may("staff.read").read({ input: ListStaff, output: Staff }, listStaff),
});
