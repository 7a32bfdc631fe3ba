import type { ReactNode } from "react";
import { Ltr } from "#ui/ltr.tsx";

/** Names of settings and headers inside of words. */
export const ltrTag = { ltr: (chunks: ReactNode) => <Ltr className="font-mono text-[0.92em]">{chunks}</Ltr> };
