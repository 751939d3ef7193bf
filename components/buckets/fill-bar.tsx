import { cx } from "@/components/ui/cx";

export interface FillBarProps {
  readonly added: number;
  readonly chosen: number;
  readonly className?: string;
}

/** Chosen as an outline, added as its solid filling: in ink, because green is for landed. The numbers stand beside it. */
export function FillBar({ added, chosen, className }: FillBarProps) {
  const share = chosen === 0 ? 0 : Math.min(1, added / chosen);
  return (
    <span aria-hidden className={cx("block h-2.5 rounded-mark border-[1.5px] border-ink-2 p-px", chosen === 0 && "border-line-strong", className)}>
      <span className="block h-full rounded-[1px] bg-ink-2" style={{ width: `${share * 100}%` }} />
    </span>
  );
}
