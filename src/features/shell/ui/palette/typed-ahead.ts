"use client";
import { useLayoutEffect } from "react";

let typed = "";

/** What was typed between the keys that open the palette and its coming. */
export const typedAhead = (): string => typed;

/** The palette holds it now, or is asked for anew. */
export const forgetTypedAhead = (): void => {
  typed = "";
};

/** Stands where the palette will be: what is typed meanwhile is kept for it and does not end up in the form beneath. */
export function TypedAhead() {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.key === "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Backspace") typed = typed.slice(0, -1);
      else if (event.key.length === 1) typed += event.key;
    };
    document.addEventListener("keydown", press, true);
    return () => document.removeEventListener("keydown", press, true);
  }, []);
  return null;
}
