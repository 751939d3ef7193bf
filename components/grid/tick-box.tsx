import { Check, Minus } from "lucide-react";

export interface TickBoxProps {
  readonly label: string;
  readonly isChecked: boolean;
  /** Some of what it stands for is selected. */
  readonly isMixed?: boolean;
  readonly tabIndex?: number;
  readonly onToggle?: () => void;
}

const ignore = () => undefined;

/** A checkbox of 16 px with a target as large as its cell. In rows the grid itself listens, so that a row costs no listener. */
export function TickBox({ label, isChecked, isMixed = false, tabIndex = -1, onToggle = ignore }: TickBoxProps) {
  return (
    <span className="relative inline-flex size-4 shrink-0">
      <input
        type="checkbox"
        aria-label={label}
        ref={(input) => {
          if (input !== null) input.indeterminate = isMixed;
        }}
        checked={isChecked}
        tabIndex={tabIndex}
        data-tick={isMixed ? "mixed" : isChecked ? "on" : "off"}
        onChange={onToggle}
        className="peer absolute inset-0 m-0 size-4 appearance-none rounded-mark border border-control bg-surface before:absolute before:-inset-2 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent touch:before:-inset-3.5"
      />
      {isMixed ? (
        <Minus aria-hidden className="pointer-events-none absolute inset-0.5 size-3 text-on-accent" strokeWidth={3} />
      ) : (
        <Check aria-hidden className="pointer-events-none absolute inset-0.5 hidden size-3 text-on-accent peer-checked:block" strokeWidth={3} />
      )}
    </span>
  );
}
