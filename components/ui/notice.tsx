import type { ReactNode } from "react";
import { cx } from "./cx";

/** `info` has no level: a plain sentence about how things are. The others wear their level's colour. */
export type NoticeTone = "info" | "blocks" | "loses" | "odd";

export interface NoticeProps {
  readonly tone?: NoticeTone;
  /** A mark of 14 px; level notices always have one beside their word. */
  readonly icon?: ReactNode;
  /** The level or the headline. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Small buttons under or beside the words. */
  readonly actions?: ReactNode;
  /** `alert` and `status` are announced when they appear. */
  readonly role?: "alert" | "status" | "note";
  readonly className?: string;
}

const GROUNDS: Readonly<Record<NoticeTone, string>> = {
  info: "border-line bg-sunken",
  blocks: "border-blocks-line bg-blocks-soft",
  loses: "border-loses-line bg-loses-soft",
  odd: "border-odd-line bg-odd-soft",
};
const TITLES: Readonly<Record<NoticeTone, string>> = { info: "text-ink", blocks: "text-blocks", loses: "text-loses", odd: "text-odd" };

/** A strip in the place that it speaks about. */
export function Notice({ tone = "info", icon, title, children, actions, role, className }: NoticeProps) {
  return (
    <div
      className={cx("flex items-start gap-2 rounded-field border px-3 py-2 text-small text-ink", GROUNDS[tone], className)}
      {...(role === undefined ? {} : { role })}
    >
      {icon === undefined ? null : <span className={cx("mt-px shrink-0", TITLES[tone])}>{icon}</span>}
      <div className="min-w-0 flex-1">
        {title === undefined ? null : <span className={cx("mr-1.5 font-medium", TITLES[tone])}>{title}</span>}
        {children}
        {actions === undefined ? null : <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
