import { readNumber } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { instantAt, readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { messageScopes, type Find } from "./vapi-scopes";

/** Fills start, end and duration: as they are stated, else from the messages, else from the stated duration in one of its units. */
export function takeVapiTimes(draft: CanonicalDraft, message: JsonNode | undefined, find: Find): void {
  const scopes = messageScopes(message);
  const started =
    takeStated(draft, "call.startedAt", find("startedAt")) ??
    takeFromMessages(draft, "call.startedAt", scopes) ??
    takeStated(draft, "call.startedAt", find("createdAt"));
  const ended = takeStated(draft, "call.endedAt", find("endedAt")) ?? takeFromMessages(draft, "call.endedAt", scopes);
  const lengths = [["durationSeconds", 1], ["durationMs", 0.001], ["durationMinutes", 60]] as const;
  if (started && ended && ended.ms >= started.ms) {
    draft.putDuration(wholeSeconds((ended.ms - started.ms) / 1000));
    draft.keep("durationSeconds", find("durationSeconds"));
    return;
  }
  for (const [key, scale] of lengths) {
    const node = find(key);
    const seconds = Number(numberText(node) ?? Number.NaN) * scale;
    if (!node || !Number.isFinite(seconds) || seconds < 0) continue;
    draft.takeDuration(wholeSeconds(seconds), node, key);
    return;
  }
}

function takeStated(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", node: JsonNode | undefined): Instant | null {
  const instant = readInstant(node);
  if (instant && node) draft.takeInstant(field, instant, { node });
  else if (node) draft.keep(field.slice("call.".length), node);
  return instant;
}

/** Bodies of 2024 state neither start nor end: the first `time` and the last `endTime` of their messages say it. */
function takeFromMessages(draft: CanonicalDraft, field: "call.startedAt" | "call.endedAt", scopes: readonly JsonNode[]): Instant | null {
  const lists = scopes.flatMap((scope) => {
    const list = member(scope, "messages");
    return list?.type === "array" ? [list.items] : [];
  });
  const items = lists.sort((left, right) => right.length - left.length)[0] ?? [];
  const isStart = field === "call.startedAt";
  const nodes = items.flatMap((item) => member(item, isStart ? "time" : "endTime") ?? []).filter((node) => readNumber(node) !== null);
  const node = isStart ? nodes[0] : nodes.at(-1);
  const ms = readNumber(node);
  const instant = ms === null ? null : instantAt(ms);
  const reason = isStart ? "The first message's time: the body states no start" : "The last message's end: the body states no end";
  if (node && instant) draft.takeInstant(field, instant, { node, reason });
  return instant;
}
