/** One field that was wrong: `path` as in the input ("customer.phone"), `code` for the words in i18n, `message` in English for logs and tools. */
export interface Issue {
  path: string;
  code: string;
  message: string;
}

/** The closed set of refusals. `code` is stable and never translated; words for people come from i18n by code. */
export abstract class DomainError extends Error {
  abstract readonly code:
    | "INVALID"
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "CONFLICT"
    | "TOO_MANY_REQUESTS"
    | "UNAVAILABLE";
}

/** Another company's row and an id that never was are one and the same answer. */
export class NotFound extends DomainError {
  override readonly code = "NOT_FOUND";
  constructor(noun: string) {
    super(`There is no such ${noun}.`);
  }
}

export class Unauthorized extends DomainError {
  override readonly code = "UNAUTHORIZED";
  constructor(message = "Sign in first.") {
    super(message);
  }
}

export class Forbidden extends DomainError {
  override readonly code = "FORBIDDEN";
  constructor(message = "Your role may not do this.") {
    super(message);
  }
}

/** Somebody was first. `reason` says how, `current` is the row as it is now, in the shape of the procedure's own output. */
export class Conflict extends DomainError {
  override readonly code = "CONFLICT";
  readonly reason: string;
  readonly current: unknown;
  constructor(reason: string, message: string, current: unknown = null) {
    super(message);
    this.reason = reason;
    this.current = current;
  }
}

export class Invalid extends DomainError {
  override readonly code = "INVALID";
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.path}: ${issue.message}`).join("; "));
    this.issues = issues;
  }
}

/** One wrong field. */
export const invalid = (path: string, code: string, message: string) => new Invalid([{ path, code, message }]);

export class Limited extends DomainError {
  override readonly code = "TOO_MANY_REQUESTS";
  readonly retry_after_seconds: number;
  constructor(retry_after_seconds: number) {
    super("Too many tries. Wait a little.");
    this.retry_after_seconds = retry_after_seconds;
  }
}

/** The database cannot be asked just now; the same request may be sent again. */
export class Unavailable extends DomainError {
  override readonly code = "UNAVAILABLE";
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
