import { Skeleton } from "../skeleton.tsx";

const rows = ["w-2/5", "w-1/3", "w-1/2", "w-2/5", "w-1/4", "w-1/3", "w-2/5", "w-1/2"];

/** The box of a list whose rows are on their way: same heights, so that nothing moves when they come. */
export function ListSkeleton() {
  return (
    <div aria-hidden className="animate-late">
      <div className="hidden h-9 border-line border-b bg-sunken md:block" />
      {rows.map((width, at) => (
        <div key={String(at)} className="flex h-14.5 items-center gap-2.5 border-line border-b px-4 md:px-6">
          <Skeleton className="size-8 shrink-0 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="ms-auto h-6 w-20" />
        </div>
      ))}
    </div>
  );
}
