import type * as z from "zod";
import type { Issue } from "../errors.ts";

/** zod's findings in the contract's shape: one entry a wrong field, unknown fields named one by one. */
export function zodIssues(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...at, key].join("."),
        code: "unknown_field",
        message: "There is no such field.",
      }));
    }
    return [{ path: at.join("."), code: issueCode(issue), message: issue.message }];
  });
}

function issueCode(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && typeof issue.params?.code === "string") return issue.params.code;
  return issue.code;
}
