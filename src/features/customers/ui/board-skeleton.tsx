import { Skeleton } from "#ui/skeleton.tsx";
import { stages } from "./stages.ts";

/** The board's box while its cards are on their way. */
export function BoardSkeleton() {
  return (
    <div aria-hidden className="flex min-h-0 flex-1 animate-late gap-3 overflow-hidden px-4 pb-4 md:px-6">
      {stages.map((stage, at) => (
        <div key={stage} className="grid w-68 shrink-0 content-start gap-2 rounded-card bg-sunken p-2">
          <Skeleton className="m-1 h-4 w-24" />
          {Array.from({ length: 4 - (at % 3) }, (_, card) => (
            <Skeleton key={String(card)} className="h-24 rounded-card" />
          ))}
        </div>
      ))}
    </div>
  );
}
