import { formatCount, formatPlural } from "@/lib/core/format/count";
import type { Provider } from "@/lib/core/shapes/shape";
import type { IntakeReport } from "./intake-report";

/** Names of the shapes' makers as the screen has them. */
export const PROVIDER_WORDS: Readonly<Record<Provider, string>> = { zelto: "Zelto", vapi: "Vapi", retell: "Retell", livekit: "LiveKit" };

/** The verdict in one line: "1 call · Zelto · ready", "3 files · 12 calls · Zelto 10, Retell 2 · 3 need attention". */
export function verdictSentence(report: IntakeReport): string {
  const { recordCount, sourceCount, failedCount, unreadableCount, attention, failures } = report;
  const [only] = failures;
  if (recordCount === 0 && failedCount === 1 && only?.failure) return only.failure.message;
  const parts = [
    ...(sourceCount > 1 ? [formatPlural(sourceCount, "file")] : []),
    formatPlural(recordCount, "call"),
    ...(recordCount > 0 ? [makerWords(report), attentionWords(attention, recordCount)] : []),
    ...(unreadableCount > 0 ? [`${formatPlural(unreadableCount, "record")} cannot be read`] : []),
    ...(failedCount > 0 ? [`${formatPlural(failedCount, "file")} cannot be read`] : []),
  ];
  return parts.join(" · ");
}

function attentionWords(attention: number, total: number): string {
  if (attention === 0) return total === 1 ? "ready" : "all ready";
  return total === 1 ? "needs attention" : `${formatCount(attention)} ${attention === 1 ? "needs" : "need"} attention`;
}

/** "Zelto", or with more than one of them "Zelto 10, Retell 2", the most frequent first. A sample may fix LiveKit for a canonical body. */
function makerWords({ makers, sources }: IntakeReport): string {
  const [only] = makers;
  const [source] = sources;
  if (makers.length === 1 && sources.length === 1 && source?.provider === "livekit") return PROVIDER_WORDS.livekit;
  return makers.length === 1 ? (only?.maker ?? "") : makers.map(({ maker, count }) => `${maker} ${formatCount(count)}`).join(", ");
}
