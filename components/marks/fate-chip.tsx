import { Pencil } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { FATE_WORDS } from "@/lib/core/uploads/fate";
import type { Fate } from "@/lib/core/uploads/fate";
import { FateGlyph, fateColour } from "./fate-glyph";

export interface FateChipProps {
  readonly fate: Fate;
  /** `plain` in rows; `pill` once, in a call's header. */
  readonly variant?: "plain" | "pill";
  /** The text is newer than what was sent last. */
  readonly editedSince?: boolean;
  readonly className?: string | undefined;
}

/** Glyph and word, always both. */
export function FateChip({ fate, variant = "plain", editedSince = false, className }: FateChipProps) {
  const pill = variant === "pill" && "h-6 rounded-full border border-line-strong pr-2.5 pl-1.5";
  return (
    <span className={cx("inline-flex items-center gap-2 text-small font-medium whitespace-nowrap", className)}>
      <span className={cx("inline-flex items-center gap-1.5", fateColour(fate), pill)}>
        <FateGlyph fate={fate} />
        <span>{FATE_WORDS[fate]}</span>
      </span>
      {editedSince ? (
        <span className="inline-flex items-center gap-1 text-ink-2">
          <Pencil aria-hidden className="size-3" strokeWidth={2.2} />
          <span>Edited since</span>
        </span>
      ) : null}
    </span>
  );
}
