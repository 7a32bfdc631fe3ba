"use client";
import { cloneElement, lazy, Suspense, useState } from "react";
import type { MenuProps } from "./menu-parts.tsx";

// What a menu is made of comes with the first press, or a little before it: when the pointer or the focus is there.
const load = () => import("./menu-parts.tsx");
const MenuRoot = lazy(() => load().then((parts) => ({ default: parts.MenuRoot })));
export const MenuItem = lazy(() => load().then((parts) => ({ default: parts.MenuItem })));
export const MenuChoice = lazy(() => load().then((parts) => ({ default: parts.MenuChoice })));
export const MenuLabel = lazy(() => load().then((parts) => ({ default: parts.MenuLabel })));
export const MenuLine = lazy(() => load().then((parts) => ({ default: parts.MenuLine })));

export function Menu(props: MenuProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = cloneElement(props.trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setAsked(true),
    onKeyDown: (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setAsked(true);
    },
  });
  return isAsked ? (
    <Suspense fallback={closed}>
      <MenuRoot {...props} />
    </Suspense>
  ) : (
    closed
  );
}
