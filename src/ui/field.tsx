"use client";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

type Slots = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };
type Props = {
  label: ReactNode;
  help?: ReactNode;
  /** A sentence that says what to change; it takes the place of the help. */
  error?: ReactNode;
  trailing?: ReactNode;
  children: (slots: Slots) => ReactNode;
};

/** Label above, control, help or error below; the three are tied together for screen readers. */
export function Field({ label, help, error, trailing, children }: Props) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium text-13">
          {label}
        </label>
        {trailing}
      </div>
      {children({
        id,
        "aria-describedby": error || help ? note : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p id={note} role="alert" className="flex animate-rise items-start gap-1.5 text-13 text-rejected">
          <CircleAlert size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
          <span>{error}</span>
        </p>
      ) : help ? (
        <p id={note} className="text-12 text-muted">
          {help}
        </p>
      ) : null}
    </div>
  );
}
