import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import type { Instant } from "@/lib/core/shapes/build/instant";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Ours: a call of this many minutes with less than a turn a minute is more likely one of so many seconds. */
const LONG_MINUTES = 20;
const UNIT_QUESTION_ID = "unit:bland-call-length";

interface Given {
  readonly started: Instant | null;
  readonly ended: Instant | null;
  /** Null where the record has no transcript that could tell. */
  readonly turnCount: number | null;
}

/**
 * The duration: `corrected_duration` in seconds, mostly as text; else what lies between the two instants; else `call_length`, which is
 * minutes with decimals at Bland, and seconds or "1:33" in other people's copies.
 */
export function takeBlandDuration(draft: CanonicalDraft, root: JsonNode, from: { readonly context: ConversionContext; readonly given: Given }): void {
  const { started, ended, turnCount } = from.given;
  const [corrected, length] = [member(root, "corrected_duration"), member(root, "call_length")];
  const correctedSeconds = secondsOf(corrected, 1);
  const isBetween = started !== null && ended !== null && ended.ms >= started.ms;
  if (corrected && correctedSeconds !== null) draft.takeDuration(wholeSeconds(correctedSeconds), corrected, "corrected_duration");
  else if (isBetween) draft.putDuration(wholeSeconds((ended.ms - started.ms) / 1000));
  else if (length) takeLength(draft, length, { context: from.context, turnCount });
  if (length) draft.keep("call_length", length);
}

function takeLength(draft: CanonicalDraft, length: JsonNode, from: { readonly context: ConversionContext; readonly turnCount: number | null }): void {
  const minutes = Number(numberText(length) ?? 0);
  const isDoubtful = minutes > LONG_MINUTES && from.turnCount !== null && from.turnCount < minutes;
  const unit = isDoubtful ? from.context.ask(unitQuestion(length)) : "minutes";
  const seconds = secondsOf(length, (unit ?? "seconds") === "seconds" ? 1 : 60);
  if (seconds === null) return;
  const whole = wholeSeconds(seconds);
  draft.takeDuration(whole, length, "call_length");
  if (unit === undefined) from.context.remark({ kind: "guessed", path: ["call", "durationSeconds"], value: whole, sentence: "Bland counts call_length in minutes, and this would be far too long for what was said; it was read as seconds." });
}

function unitQuestion(length: JsonNode): Parameters<ConversionContext["ask"]>[0] {
  return {
    id: UNIT_QUESTION_ID,
    kind: "epoch-unit",
    prompt: "Is call_length in minutes or in seconds?",
    why: "Bland counts minutes, and this many would be far too long for what was said.",
    example: [{ label: "call_length", text: numberText(length) ?? "" }],
    choices: [
      { value: "seconds", label: "Seconds" },
      { value: "minutes", label: "Minutes" },
    ],
    proposed: "seconds",
  };
}

/** A number or a text that is one, times `scale`; or minutes and seconds as "1:33". Null for anything else and below 0. */
function secondsOf(node: JsonNode | undefined, scale: number): number | null {
  const clock = node?.type === "string" ? /^\s*(?:(\d+):)?(\d{1,3}):(\d\d)\s*$/.exec(node.value) : null;
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const source = numberText(node);
  const seconds = source === null ? Number.NaN : Number(source) * scale;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
