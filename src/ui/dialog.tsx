"use client";
import { lazy, Suspense } from "react";
import type { DialogProps, SheetProps } from "./dialog-box.tsx";

// A page is read far oftener than it asks something: what holds the focus and the scroll comes with the first question.
const DialogBox = lazy(() => import("./dialog-box.tsx").then((part) => ({ default: part.DialogBox })));
const SheetBox = lazy(() => import("./dialog-box.tsx").then((part) => ({ default: part.SheetBox })));

/** A question over the page; on phones it rises from below, within reach of a thumb. */
export function Dialog(props: DialogProps) {
  return props.open ? (
    <Suspense>
      <DialogBox {...props} />
    </Suspense>
  ) : null;
}

/** A whole region over the page, from inline-end (details) or from below (menus of phones). */
export function Sheet(props: SheetProps) {
  return props.open ? (
    <Suspense>
      <SheetBox {...props} />
    </Suspense>
  ) : null;
}
