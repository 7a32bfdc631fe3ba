import { Skeleton } from "#ui/skeleton.tsx";

/** The boxes of the settings while they are on their way. */
export function CompanySkeleton() {
  return (
    <div aria-hidden className="mx-auto grid max-w-180 animate-late gap-4 px-4 py-6 md:px-6">
      <Skeleton className="h-33 rounded-card" />
      <Skeleton className="h-64 rounded-card" />
      <Skeleton className="h-110 rounded-card" />
    </div>
  );
}
