"use client";
import { lazy, Suspense, useState } from "react";
import { SelectButton, type SelectProps } from "./select-button.tsx";

// The list comes with the first press, or a little before it: when the pointer or the focus is there.
const load = () => import("./select-list.tsx");
const SelectList = lazy(() => load().then((part) => ({ default: part.SelectList })));

export function Select(props: SelectProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = (
    <SelectButton
      {...props}
      role="combobox"
      aria-expanded={false}
      aria-haspopup="listbox"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setAsked(true)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        setAsked(true);
      }}
    />
  );
  return isAsked ? (
    <Suspense fallback={closed}>
      <SelectList {...props} />
    </Suspense>
  ) : (
    closed
  );
}
