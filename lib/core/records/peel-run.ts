import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { Peel } from "./peeler";

/** Keys under which records of evaluation runs keep the messages. */
const RUN_KEYS = ["traj", "trajectory", "history", "conversation", "dialogue", "dialog", "chat_history", "simulated_conversation"] as const;

/** A record of an evaluation run: its messages stand under a key that only such records have, beside scores and settings. */
export function peelRun(root: JsonNode): Peel | null {
  for (const key of RUN_KEYS) {
    const node = member(root, key);
    if (node?.type !== "array" || node.items[0]?.type !== "object" || root.type !== "object") continue;
    const others = root.members.filter((entry) => entry.key !== key).map((entry) => entry.key);
    return { isCertain: false, parts: [{ path: [key], node }], notes: others.length === 0 ? [] : [`Beside the messages it held ${listed(others)}, left out.`] };
  }
  return null;
}

const SHOWN = 4;

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, SHOWN).map((key) => key.slice(0, 40));
  return keys.length > SHOWN ? `${shown.join(", ")} and ${keys.length - SHOWN} more` : shown.join(", ");
}
