import { cx } from "@/components/ui/cx";
import { FATE_GROUP_WORDS } from "@/lib/core/uploads/fate";
import type { Fate, FateGroup } from "@/lib/core/uploads/fate";
import { FateGlyph } from "./fate-glyph";

/** Each group borrows the glyph of the fate that people know it by. */
const GLYPH_OF: Readonly<Record<FateGroup, Fate>> = {
  "needs-you": "rejected",
  "not-sent": "draft",
  sending: "sending",
  checking: "accepted",
  "in-zelto": "landed",
  ignored: "ignored",
  cancelled: "cancelled",
};

/** A group's glyph and its word in ink. */
export function FateGroupMark({ group, className }: { readonly group: FateGroup; readonly className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <FateGlyph fate={GLYPH_OF[group]} />
      <span>{FATE_GROUP_WORDS[group]}</span>
    </span>
  );
}
