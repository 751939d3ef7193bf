import { cx } from "./cx";

export interface Counter {
  /** Length as the API counts it: UTF-16 units. */
  readonly length: number;
  readonly max: number;
}

/** "23 / 255" at the right end of a field; crimson once it is over. */
export function FieldCounter({ length, max }: Counter) {
  return (
    <span className={cx("shrink-0 text-micro font-normal", length > max ? "text-blocks" : "text-ink-3")}>
      <span aria-hidden>
        {length.toLocaleString("en")} / {max.toLocaleString("en")}
      </span>
      <span className="sr-only">
        {length} of at most {max} characters
      </span>
    </span>
  );
}
