import { noCallModule } from "@/lib/core/shapes/build/no-call";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** What Daily hands out beside conversations; met in logs of Pipecat, which runs on it. */
export const MESSAGE_NO_CALLS = noCallModule(explainRooms);

function explainRooms(root: JsonNode): string | null {
  return isRoom(firstOf(root)) ? "It is a list of Daily's rooms or recordings: it says when people met and not what they said" : null;
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
