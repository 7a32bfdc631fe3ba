import { Skeleton } from "#ui/skeleton.tsx";

const keys = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The same boxes as the rows that come. */
export function BookingListSkeleton() {
  return (
    <div aria-hidden className="grid px-4 pt-9 max-md:gap-3 md:px-6">
      {keys.map((key) => (
        <div
          key={key}
          className="flex h-14.5 items-center gap-3 border-line border-b max-md:h-44 max-md:rounded-card max-md:border max-md:p-3.5"
        >
          <Skeleton className="size-8 rounded-full" />
          <span className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-40 max-w-full" />
            <Skeleton className="h-3 w-28" />
          </span>
          <Skeleton className="size-10 rounded-control max-md:hidden" />
          <span className="grid flex-1 gap-2 max-md:hidden">
            <Skeleton className="h-3.5 w-48 max-w-full" />
            <Skeleton className="h-3 w-20" />
          </span>
          <Skeleton className="h-6 w-24" />
        </div>
      ))}
    </div>
  );
}
