import { cx } from "@/components/ui/cx";
import { TimeText } from "@/components/ui/time-text";
import { FATE_WORDS } from "@/lib/core/uploads/fate";
import { FateGlyph, fateColour } from "./fate-glyph";

export interface ProofStep {
  /** Milliseconds since the epoch, or null while it has not happened. */
  readonly at: number | null;
  /** "2nd attempt", "seen in Zelto", "16 of 16 turns", or what is being waited for. */
  readonly note?: string | undefined;
}

export interface ProofLineProps {
  readonly accepted: ProofStep;
  readonly landed: ProofStep;
  readonly matched: ProofStep;
  readonly className?: string;
}

const RUNGS = ["accepted", "landed", "matched"] as const;

/** A rung that is not reached does not wear its word: the word is the proof. */
const NOT_YET = { accepted: "Not accepted yet", landed: "Not seen yet", matched: "Not read back yet" } as const;

/** Accepted, Landed, Matched with their times: a dotted thread until there is proof, a solid green one after it. */
export function ProofLine(props: ProofLineProps) {
  return (
    <ol aria-label="Proof" className={cx("flex flex-wrap gap-x-3 gap-y-3", props.className)}>
      {RUNGS.map((rung, place) => {
        const step = props[rung];
        const following = RUNGS[place + 1];
        const next = following === undefined ? null : props[following];
        return (
          <li key={rung} className={cx("min-w-0", next === null ? "flex-none" : "flex-1 basis-36")}>
            <div className="flex items-center gap-2">
              <FateGlyph fate={step.at === null ? "draft" : rung} size={16} />
              <span className={cx("text-read font-semibold", step.at === null ? "text-ink-3" : fateColour(rung))}>{step.at === null ? NOT_YET[rung] : FATE_WORDS[rung]}</span>
              {next === null ? null : <Thread from={step} to={next} isProof={rung === "landed"} />}
            </div>
            <div className="mt-1 text-small text-ink-3">{step.at === null ? "" : <TimeText at={step.at} show="time" />}</div>
            {step.note === undefined ? null : <div className="text-small text-ink-2">{step.note}</div>}
          </li>
        );
      })}
    </ol>
  );
}

function Thread({ from, to, isProof }: { readonly from: ProofStep; readonly to: ProofStep; readonly isProof: boolean }) {
  const arrived = from.at !== null && to.at !== null;
  const gap = arrived ? gapText((to.at - from.at) / 1000) : null;
  return (
    <>
      <span aria-hidden className={cx("min-w-3 flex-1 border-t-2", arrived && isProof ? "border-landed-fill" : "border-dotted border-control")} />
      {gap === null ? null : <span className="text-small text-ink-3">{gap}</span>}
    </>
  );
}

/** "6 s" below a minute, "3:12" from there on. */
function gapText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
