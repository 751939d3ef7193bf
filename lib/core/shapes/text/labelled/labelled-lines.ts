import { readText } from "@/lib/core/call-ingest/read-number";
import type { SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { TurnSource } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { turnOffsets, type TurnOffsets } from "@/lib/core/shapes/text/moments/turn-offsets";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { labelKey } from "./speaker-labels";

/** What the labelled parts of a text say, with the times of their labels. */
export function labelledLines(spoken: readonly JsonNode[], context: ConversionContext): { readonly lines: readonly SpokenLine[]; readonly times: TurnOffsets } {
  const times = turnOffsets(spoken.map((turn) => readText(member(turn, "time"))), context);
  // One spelling a speaker: "AGENT" and "Agent" are one voice, under the word that came first.
  const spelling = new Map<string, string>();
  const lines = spoken.map((turn, index): SpokenLine => {
    const [label, text, time] = [member(turn, "label"), member(turn, "text"), member(turn, "time")];
    const said = readText(label) ?? "";
    const word = spelling.get(labelKey(said)) ?? said;
    spelling.set(labelKey(said), word);
    const startSeconds = times.offsets[index];
    if (time && startSeconds === undefined) context.receipt.drop(time, times.reason);
    const sources: TurnSource[] = text ? [{ node: text, field: "content" }] : [];
    if (time && startSeconds !== undefined) sources.push({ node: time, field: "startSeconds", reason: times.reason });
    return { word, wordNode: label, content: readText(text) ?? "", sources, ...(startSeconds === undefined ? {} : { startSeconds }) };
  });
  return { lines, times };
}
