import { Skeleton } from "#ui/skeleton.tsx";

const boxes = ["h-16", "h-24", "h-6", "h-16"];

export function TimelineSkeleton() {
  return (
    <div aria-hidden className="grid animate-late gap-4 px-4 pt-6 md:px-5">
      {boxes.map((box, at) => (
        <div key={String(at)} className="flex gap-3">
          <Skeleton className="size-8 shrink-0 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className={`${box} rounded-card`} />
          </div>
        </div>
      ))}
    </div>
  );
}
