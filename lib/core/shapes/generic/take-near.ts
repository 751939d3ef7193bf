import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import type { JsonNode } from "@/lib/core/text/json-node";
import { plainKey, type NearField } from "./near-keys";

/** A value found near the list, and the key that it stands under. */
export interface NearValue {
  readonly key: string;
  readonly node: JsonNode;
}
export type NearValues = ReadonlyMap<NearField, NearValue>;

/** Fills the call's fields from what stands near its list of turns. Times that are no date-time with a zone stay in metadata. */
export function takeNear(draft: CanonicalDraft, values: NearValues): { readonly startMs: number | null } {
  const node = (field: NearField): JsonNode | undefined => values.get(field)?.node;
  draft.takeText("call.externalId", node("id"));
  draft.takeText("agent.externalId", node("agent"));
  draft.takeText("agent.name", node("agentName"), values.get("agentName")?.key);
  draft.takeText("version", node("version"), values.get("version")?.key);
  const started = takeInstant(draft, "call.startedAt", values.get("startedAt"));
  const ended = takeInstant(draft, "call.endedAt", values.get("endedAt"));
  takeDuration(draft, values.get("duration"), { started, ended });
  draft.takeText("call.endedReason", node("endedReason"), values.get("endedReason")?.key);
  draft.takeText("call.recordingUrl", node("recordingUrl"));
  const number = values.get("customerNumber");
  if (number) draft.takeCustomerNumber(number.node, number.key);
  draft.takeText("call.customer.name", node("customerName"), values.get("customerName")?.key);
  return { startMs: started?.ms ?? null };
}

function takeInstant(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", value: NearValue | undefined): Instant | null {
  if (!value) return null;
  const instant = readInstant(value.node);
  if (instant) draft.takeInstant(field, instant, { node: value.node });
  else draft.keep(value.key, value.node);
  return instant;
}

const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/;

/** A duration in seconds unless its key says milliseconds; "1:33" is minutes and seconds. Between two instants it needs no leaf. */
function takeDuration(draft: CanonicalDraft, value: NearValue | undefined, { started, ended }: { readonly started: Instant | null; readonly ended: Instant | null }): void {
  const seconds = value ? durationSeconds(value) : null;
  if (value && seconds !== null) draft.takeDuration(wholeSeconds(seconds), value.node, value.key);
  else if (started && ended && ended.ms >= started.ms) draft.putDuration(wholeSeconds((ended.ms - started.ms) / 1000));
}

function durationSeconds({ key, node }: NearValue): number | null {
  const clock = node.type === "string" ? CLOCK.exec(node.value.trim()) : null;
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const value = Number(numberText(node) ?? Number.NaN);
  if (!Number.isFinite(value) || value < 0) return null;
  return /ms$|millis/.test(plainKey(key)) ? value / 1000 : value;
}
