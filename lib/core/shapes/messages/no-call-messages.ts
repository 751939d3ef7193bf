import { noCallModule } from "@/lib/core/shapes/build/no-call";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { isRealtimeEvent } from "./realtime-log";

/** What Daily hands out beside conversations (met in logs of Pipecat, which runs on it), and pieces of a Realtime log. */
export const MESSAGE_NO_CALLS = noCallModule(explain);

function explain(root: JsonNode): string | null {
  if (isRoom(firstOf(root))) return "It is a list of Daily's rooms or recordings: it says when people met and not what they said";
  return isLoneEvent(root) ? "It is one event of an OpenAI Realtime log: a conversation is put together of all its events in one list or file" : null;
}

function isLoneEvent(root: JsonNode): boolean {
  return member(root, "event_id")?.type === "string" && isRealtimeEvent(root);
}

/** The record itself, or the first of its list. */
function firstOf(root: JsonNode): JsonNode | undefined {
  if (root.type === "array") return root.items[0];
  const list = member(root, "data");
  return list?.type === "array" ? (list.items[0] ?? root) : root;
}

function isRoom(item: JsonNode | undefined): boolean {
  const room = member(item, "room_name") ?? member(item, "room");
  if (room?.type !== "string" || member(item, "duration")?.type !== "number") return false;
  const began = member(item, "start_ts") ?? member(item, "start_time");
  return began?.type === "number" && (member(item, "start_ts") !== undefined || member(item, "max_participants") !== undefined);
}
