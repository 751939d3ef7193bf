import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { Provider } from "@/lib/core/shapes/shape";
import type { InspectedRecord, InspectedSource } from "./inspected-source";

/** Names of the shapes' makers as the screen has them. */
export const PROVIDER_WORDS: Readonly<Record<Provider, string>> = { zelto: "Zelto", vapi: "Vapi", retell: "Retell", livekit: "LiveKit" };

/** Whether a person should look at a record before it is sent. */
export function needsAttention({ counts, losesAll }: Pick<InspectedRecord, "counts" | "losesAll">): boolean {
  return counts.blocks > 0 || counts.loses > 0 || losesAll;
}

/** The verdict in one line: "1 call · Zelto · ready", "3 files · 12 calls · Zelto 10, Retell 2 · 3 need attention". */
export function verdictSentence(sources: readonly InspectedSource[]): string {
  const records = sources.flatMap((source) => source.records);
  const failed = sources.filter(({ failure }) => failure !== null);
  const [only] = failed;
  if (records.length === 0 && failed.length === 1 && only?.failure) return only.failure.message;
  const attention = records.filter(needsAttention).length;
  const unreadable = sources.reduce((sum, { badLines, oversized }) => sum + badLines.length + oversized.length, 0);
  const parts = [
    ...(sources.length > 1 ? [formatPlural(sources.length, "file")] : []),
    formatPlural(records.length, "call"),
    ...(records.length > 0 ? [shapeWords(records)] : []),
    ...(records.length > 0 ? [attentionWords(attention, records.length)] : []),
    ...(unreadable > 0 ? [`${formatPlural(unreadable, "record")} cannot be read`] : []),
    ...(failed.length > 0 ? [`${formatPlural(failed.length, "file")} cannot be read`] : []),
  ];
  return parts.join(" · ");
}

function attentionWords(attention: number, total: number): string {
  if (attention === 0) return total === 1 ? "ready" : "all ready";
  return total === 1 ? "needs attention" : `${formatCount(attention)} ${attention === 1 ? "needs" : "need"} attention`;
}

/** "Zelto", or with more than one of them "Zelto 10, Retell 2", the most frequent first. */
function shapeWords(records: readonly InspectedRecord[]): string {
  const counts = new Map<string, number>();
  for (const { shape, provider } of records) {
    const word = shape === "unknown" ? "unknown shape" : PROVIDER_WORDS[provider];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([, left], [, right]) => right - left);
  return ranked.map(([word, count]) => (ranked.length === 1 ? word : `${word} ${formatCount(count)}`)).join(", ");
}
