"use client";
import { Clock3 } from "lucide-react";
import { useEffect, useState } from "react";
import { Input } from "../input.tsx";
import { readClock } from "./clock.ts";

type Props = {
  id: string;
  /** Where no label stands beside it. */
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  /** "17:30", or what was typed while it is no clock yet. */
  value: string;
  onChange: (value: string) => void;
};

/** A clock of 24 hours; typed in any digits, with or without ص and م, it becomes "17:30" when the field is left. */
export function TimeField({ value, onChange, ...slots }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const settle = () => {
    const read = readClock(text) ?? text;
    // Leaving it as it was is no change: what is said of it stays, and nothing moves under the pointer.
    if (read !== value) onChange(read);
  };
  return (
    <Input
      {...slots}
      icon={Clock3}
      dir="ltr"
      inputMode="numeric"
      autoComplete="off"
      placeholder="17:30"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const read = readClock(event.target.value);
        if (read && /^\S{5}$/.test(event.target.value.trim())) onChange(read);
      }}
      onBlur={settle}
      // The form is sent from within: it must not go with what stood here before.
      onKeyDown={(event) => event.key === "Enter" && settle()}
      className="text-start rtl:text-end"
    />
  );
}
