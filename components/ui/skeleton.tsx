import { cx } from "./cx";

/** A still bar in line colour at the final size; invisible for the first 200 ms. Size it with `className`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cx("appear-late block rounded-mark bg-line", className ?? "h-4 w-full")} />;
}

/** Rows of a list that is on its way, said once to those who listen. */
export function SkeletonRows({ rows, label, className }: { readonly rows: number; readonly label: string; readonly className?: string }) {
  return (
    <div role="status" className={cx("flex flex-col", className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-8.25 items-center border-b border-line px-4">
          <Skeleton className="h-3 w-full" />
        </div>
      ))}
    </div>
  );
}
