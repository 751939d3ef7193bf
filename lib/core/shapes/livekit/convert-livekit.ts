import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { numberText, wholeSeconds } from "@/lib/core/shapes/build/decimal";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { finishCall } from "@/lib/core/shapes/build/finish-call";
import { readInstant, type Instant } from "@/lib/core/shapes/build/instant";
import { buildNumber } from "@/lib/core/shapes/build/json-build";
import { keepByTurn } from "@/lib/core/shapes/build/keep-by-turn";
import { takeFirstSystemTurn } from "@/lib/core/shapes/build/system-prompt";
import { takeDerivedId, takeMissingAgent } from "@/lib/core/shapes/build/take-identity";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";
import { livekitItems, livekitReport } from "./detect-livekit";
import { LIVEKIT_LEFTOVERS, readLivekitTurns, type LivekitReading } from "./livekit-turns";

type Find = (key: string) => JsonNode | undefined;

/** Converts a history or a session's report into a canonical call. */
export function convertLivekit(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const report = livekitReport(root);
  const items = livekitItems(root) ?? [];
  // Relays put the room's name beside the report.
  const find: Find = (key) => memberEither(report, key) ?? memberEither(root, key);
  const draft = new CanonicalDraft(context.receipt);
  takeId(draft, context, find);
  const started = takeStart(draft, items, find);
  const reading = readLivekitTurns(items, started.isStated ? started.instant : null, context);
  const turns = takeFirstSystemTurn(draft, reading.turns, context.receipt);
  if (!draft.has("systemPrompt")) draft.takeText("systemPrompt", instructionsOf(items));
  takeEnd(draft, { find, started: started.instant, span: reading.span });
  keepTheRest(draft, find, shifted(reading, turns.length));
  takeDerivedId(draft, context, turns);
  takeAgent(draft, context, items);
  if (turns.length === 0) {
    context.remark({ kind: "no-talk", path: [], sentence: items.length === 0 ? "The history has no items. LiveKit writes it so where the report is taken after the session was closed." : "Nobody spoke in this session." });
  }
  return finishCall(draft, context, { reading: { ...reading, turns }, leftovers: LIVEKIT_LEFTOVERS });
}

/** Names of rooms are used again, so a name is taken only where there is no id, and with a remark. */
function takeId(draft: CanonicalDraft, context: ConversionContext, find: Find): void {
  for (const key of ["room_id", "job_id"]) if (!draft.has("call.externalId")) draft.takeText("call.externalId", find(key));
  if (draft.has("call.externalId")) return;
  const room = find("room_name") ?? find("room");
  if (!draft.takeText("call.externalId", room)) return;
  context.remark({ kind: "guessed", path: ["call", "externalId"], value: draft.textOf("call.externalId") ?? "", sentence: "This is the room's name. Where a room is used again, the later call would take the earlier one's place." });
}

function takeStart(draft: CanonicalDraft, items: readonly JsonNode[], find: Find): { readonly instant: Instant | null; readonly isStated: boolean } {
  for (const key of ["started_at", "audio_recording_started_at"]) {
    const node = find(key);
    const instant = readInstant(node);
    if (!node || !instant) continue;
    draft.takeInstant("call.startedAt", instant, { node });
    return { instant, isStated: true };
  }
  const first = items.flatMap((item) => memberEither(item, "created_at") ?? []).find((node) => readInstant(node) !== null);
  const instant = readInstant(first);
  if (first && instant) draft.takeInstant("call.startedAt", instant, { node: first, reason: "The first item's time: no start is stated" });
  return { instant, isStated: false };
}

/** The report's own time is the end: seconds from Python, milliseconds from JavaScript. A history's last item is no end, but tells the length. */
function takeEnd(draft: CanonicalDraft, from: { readonly find: Find; readonly started: Instant | null; readonly span: number | null }): void {
  const [stamp, duration] = [from.find("timestamp"), from.find("duration")];
  const ended = readInstant(stamp);
  if (stamp && ended) draft.takeInstant("call.endedAt", ended, { node: stamp });
  const seconds = Number(numberText(duration) ?? Number.NaN);
  if (duration && seconds >= 0) draft.takeDuration(wholeSeconds(seconds), duration, "duration");
  else if (ended && from.started && ended.ms >= from.started.ms) draft.putDuration(wholeSeconds((ended.ms - from.started.ms) / 1000));
  else if (!ended && from.span !== null) draft.putDuration(wholeSeconds(from.span));
}

/** What the first agent was told, where no message is its prompt. */
function instructionsOf(items: readonly JsonNode[]): JsonNode | undefined {
  return items.filter((item) => readText(member(item, "type")) === "agent_config_update").flatMap((item) => member(item, "instructions") ?? [])[0];
}

/** LiveKit names classes and tasks, which may do for an agent's id: it is proposed, and asked about. */
function takeAgent(draft: CanonicalDraft, context: ConversionContext, items: readonly JsonNode[]): void {
  const node = items.flatMap((item) => memberEither(item, "new_agent_id") ?? []).find((id) => readText(id) !== null);
  const suggested = readText(node);
  takeMissingAgent(draft, context, suggested);
  if (node && draft.textOf("agent.externalId") === suggested) context.receipt.change(node, { to: "agent.externalId", reason: "The first agent's name, proposed as its id", after: suggested ?? "" });
}

function keepTheRest(draft: CanonicalDraft, find: Find, reading: LivekitReading): void {
  draft.note("convertedFrom", "livekit");
  for (const key of ["room", "room_name", "job_id", "usage"]) draft.keep(key, find(key));
  if (reading.interruptedCount > 0) draft.keep("interrupted_count", buildNumber(String(reading.interruptedCount)));
  keepByTurn(draft, "transcript_confidence", { notes: reading.confidences, name: "confidence" });
}

/** Notes count turns as they were before the prompt was taken out from among them. */
function shifted(reading: LivekitReading, turnCount: number): LivekitReading {
  if (turnCount === reading.turns.length) return reading;
  const prompt = reading.turns.findIndex(({ role }) => role === "system");
  const confidences = reading.confidences.filter(({ turn }) => turn !== prompt).map((note) => (note.turn > prompt ? { ...note, turn: note.turn - 1 } : note));
  return { ...reading, confidences };
}

/** Why a leaf of a LiveKit body is left out. */
export function livekitDropReason(path: JsonPath): string {
  const keys = new Set(path);
  if (keys.has("audio_recording_path") || keys.has("audioRecordingPath")) return "A file on somebody's machine: Zelto cannot fetch it";
  if (keys.has("events") || keys.has("options")) return "Events and settings of the session are large and are not kept";
  return "Zelto has no field for it";
}
