import { cx } from "@/components/ui/cx";
import { FATE_WORDS } from "@/lib/core/uploads/fate";
import type { Fate } from "@/lib/core/uploads/fate";
import { FateGlyph, fateColour } from "./fate-glyph";

interface Step {
  readonly fate: Fate;
  readonly sentence: string;
  /** The line towards the next step: solid green only between two proofs. */
  readonly line: string;
}

const STEPS: readonly Step[] = [
  { fate: "draft", sentence: "Here only. Edit freely.", line: "border-line-strong" },
  { fate: "queued", sentence: "Waiting its turn. One send per id at a time.", line: "border-line-strong" },
  { fate: "sending", sentence: "On the wire to Zelto.", line: "border-line-strong" },
  { fate: "accepted", sentence: "Zelto said yes. It may still store nothing.", line: "border-dashed border-control" },
  { fate: "landed", sentence: "The conversation was seen in Zelto.", line: "border-landed-fill" },
  { fate: "matched", sentence: "Read back, turn by turn: it is what you sent.", line: "border-transparent" },
];

const OFF_LADDER: readonly { readonly fate: Fate; readonly words: string }[] = [
  { fate: "rejected", words: "refused, with the reason" },
  { fate: "missing", words: "accepted, never seen" },
  { fate: "unknown", words: "may have arrived" },
  { fate: "held", words: "waits for you" },
  { fate: "ignored", words: "nothing to store" },
];

/** The six steps from here into Zelto, and what may happen beside them. */
export function Ladder({ className }: { readonly className?: string }) {
  return (
    <div className={className}>
      <ol aria-label="The six steps" className="grid grid-cols-2 gap-x-3 gap-y-4 md:grid-cols-3 xl:grid-cols-6">
        {STEPS.map((step) => (
          <li key={step.fate} className="min-w-0">
            <div className="flex items-center gap-2">
              <FateGlyph fate={step.fate} size={16} />
              <span className="text-body font-semibold text-ink">{FATE_WORDS[step.fate]}</span>
              <span aria-hidden className={cx("min-w-0 flex-1 border-t", step.line)} />
            </div>
            <p className="mt-1 pr-4 text-small text-ink-2">{step.sentence}</p>
          </li>
        ))}
      </ol>
      <ul aria-label="Off the ladder" className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-3 text-small">
        <li aria-hidden className="text-ink-3">
          Off the ladder
        </li>
        {OFF_LADDER.map(({ fate, words }) => (
          <li key={fate} className="flex items-center gap-1.5">
            <FateGlyph fate={fate} />
            <span className={cx("font-medium", fateColour(fate))}>{FATE_WORDS[fate]}</span>
            <span className="text-ink-2">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
