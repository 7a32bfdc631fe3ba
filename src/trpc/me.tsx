"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Outputs } from "./api.ts";
import { type Permission, roleMay } from "./may.ts";

export type Me = Outputs["auth"]["me"];

const Context = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Context value={me}>{children}</Context>;
}

/** Who is signed in, with the company's settings. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error("useMe needs <MeProvider>");
  return me;
}

/** Whether this person's role may do it. A courtesy: the server asks the same table again. */
export function useMay(permission: Permission): boolean {
  return roleMay(useMe().role, permission);
}
