import { canonicalRole } from "@/lib/core/call-ingest/canonical-role";
import { readText } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { ConversionOptions } from "@/lib/core/shapes/convert-options";
import { splitLabelledText } from "@/lib/core/shapes/build/labelled-text";
import { mergePieces } from "@/lib/core/shapes/build/merge-pieces";
import { plainText, toolCallText, toolResultText } from "@/lib/core/shapes/build/tool-text";
import type { TurnClock } from "@/lib/core/shapes/build/turn-clock";
import { NO_TURNS, SAYS_NOTHING, type TurnDraft, type TurnReading, type TurnSource } from "@/lib/core/shapes/build/turn-draft";
import { roleSource } from "@/lib/core/shapes/build/turn-parts";
import { readRetellChatTimes, readRetellTimes } from "./retell-times";

/** Forms of one conversation, the fullest first; scrubbed ones stand alone where the account stores no personal data. */
const FORMS = [
  { list: "transcript_with_tool_calls", scrubbed: false },
  { list: "transcript_object", scrubbed: false },
  { list: "scrubbed_transcript_with_tool_calls", scrubbed: true },
  { list: "scrubbed_transcript_object", scrubbed: true },
] as const;
const LABELS = ["Agent", "User", "Transfer Target"];
const TRANSITIONS = new Set(["node_transition", "state_transition"]);

/** Why a key of an item that was taken is left over. */
export const RETELL_LEFTOVERS: ReadonlyMap<string, string> = new Map([
  ["words", "Of the words only the first start and the last end are kept, as the turn's own"],
  ["role", "Joined with the piece before it"],
  ["tool_call_id", "It only ties a tool's call to its answer"],
  ["time_sec", "The words tell the times"],
  ["created_timestamp", "The seconds from the start are kept, not the time of day"],
]);

export interface RetellReading extends TurnReading {
  /** The turns come from a form in which personal data was blanked out. */
  readonly scrubbed: boolean;
}

/** The turns of a Retell call object. */
export function readRetellTurns(call: JsonNode, options: ConversionOptions): RetellReading {
  for (const { list, scrubbed } of FORMS) {
    const node = member(call, list);
    if (node?.type !== "array") continue;
    const reading = readRetellList(node.items, { options });
    if (reading.turns.length > 0) return { ...reading, scrubbed };
  }
  return readRetellText(call);
}

/** The turns of a transcript that is one text. */
export function readRetellText(subject: JsonNode): RetellReading {
  for (const key of ["transcript", "scrubbed_transcript"]) {
    const turns = splitLabelledText(member(subject, key), LABELS);
    if (turns) return { ...NO_TURNS, turns, scrubbed: key !== "transcript" };
  }
  return { ...NO_TURNS, scrubbed: false };
}

export interface RetellListContext {
  readonly options: ConversionOptions;
  /** Chats only: their items tell the time of day. */
  readonly clock?: TurnClock | null;
}

/** The turns of a list of Retell items. */
export function readRetellList(items: readonly JsonNode[], { options, clock = null }: RetellListContext): TurnReading {
  const names = toolNames(items);
  const turns: TurnDraft[] = [];
  const left: { node: JsonNode; reason: string }[] = [];
  for (const item of items) {
    const word = readText(member(item, "role") ?? member(item, "speaker")) ?? "";
    if (TRANSITIONS.has(word) && options.keepTransitions !== true) {
      left.push({ node: item, reason: "A step inside the agent: nobody said or did anything" });
      continue;
    }
    const draft = readItem(item, word, { names, clock });
    if (draft) turns.push(draft);
    else left.push({ node: item, reason: SAYS_NOTHING });
  }
  return { turns: options.mergePieces === false ? turns : mergePieces(turns), items, left };
}

interface ItemContext {
  readonly names: ReadonlyMap<string, string>;
  readonly clock: TurnClock | null;
}

function readItem(item: JsonNode, word: string, { names, clock }: ItemContext): TurnDraft | null {
  const { role, content, parts, asWritten } = readContent(item, word, names);
  if (content.trim() === "") return null;
  const times = clock ? readRetellChatTimes(item, clock) : readRetellTimes(item);
  const sources = parts.map((node): TurnSource => ({ node, field: "content", ...(asWritten ? {} : { reason: "Written as text" }) }));
  return { ...times, role, content, sources: [...roleSource(member(item, "role") ?? member(item, "speaker"), role), ...sources, ...times.sources] };
}

interface ItemContent {
  readonly role: string;
  readonly content: string;
  readonly parts: readonly JsonNode[];
  readonly asWritten: boolean;
}

function readContent(item: JsonNode, word: string, names: ReadonlyMap<string, string>): ItemContent {
  const spoken = member(item, "content") ?? member(item, "text");
  const name = member(item, "name");
  const written = (role: string, content: string, nodes: readonly (JsonNode | undefined)[]): ItemContent => {
    return { role, content, parts: present(nodes), asWritten: false };
  };
  switch (word) {
    case "tool_call_invocation": {
      const parameters = member(item, "arguments");
      return written("tool", toolCallText(readText(name), parameters), [name, parameters]);
    }
    case "tool_call_result": {
      const known = readText(name) ?? names.get(readText(member(item, "tool_call_id")) ?? "") ?? null;
      return written("tool", toolResultText(known, spoken), [name, spoken]);
    }
    case "node_transition":
    case "state_transition":
      return written("tool", `${word.replace("_", " ")}: ${stepName(item, "former")} -> ${stepName(item, "new")}`, stepNodes(item));
    case "dtmf": {
      const digit = member(item, "digit") ?? spoken;
      return written("user", `[pressed ${plainText(digit)}]`, [digit]);
    }
    case "sms":
      return written("user", `[SMS] ${plainText(spoken)}`, [spoken]);
    case "transfer_target":
      return written("assistant", `[transfer target] ${plainText(spoken)}`, [spoken]);
    default: {
      const role = canonicalRole(word) ?? (word === "" ? "unknown" : word);
      return { role, content: plainText(spoken), parts: present([spoken]), asWritten: spoken?.type === "string" };
    }
  }
}

function present(nodes: readonly (JsonNode | undefined)[]): readonly JsonNode[] {
  return nodes.filter((node) => node !== undefined);
}

const STEP_KEYS = ["node_name", "state_name", "node_id", "state"] as const;

function stepNodes(item: JsonNode): readonly JsonNode[] {
  return present(["former", "new"].map((side) => stepNode(item, side)));
}

function stepNode(item: JsonNode, side: string): JsonNode | undefined {
  return STEP_KEYS.map((key) => member(item, `${side}_${key}`)).find((node) => node?.type === "string");
}

function stepName(item: JsonNode, side: string): string {
  return readText(stepNode(item, side)) ?? "?";
}

function toolNames(items: readonly JsonNode[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const item of items) {
    const [id, name] = [readText(member(item, "tool_call_id")), readText(member(item, "name"))];
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}
