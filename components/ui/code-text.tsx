import { CopyButton } from "./copy-button";
import { cx } from "./cx";

export interface CodeTextProps {
  readonly children: string;
  /** Adds a copy button with this name: "Copy the call external ID". */
  readonly copyLabel?: string;
  readonly className?: string;
}

/** An id, a header, an address or a path, in mono; never cut. */
export function CodeText({ children, copyLabel, className }: CodeTextProps) {
  const code = <code className={cx("text-code break-all", className)}>{children}</code>;
  if (copyLabel === undefined) return code;
  return (
    <span className="inline-flex items-center gap-1">
      {code}
      <CopyButton iconOnly label={copyLabel} text={children} />
    </span>
  );
}
