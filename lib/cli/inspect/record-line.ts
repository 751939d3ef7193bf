import type { ReadRecord } from "@/lib/core/judge/read-record";
import { convertNative } from "@/lib/core/shapes/convert-native";
import { writeJson } from "@/lib/core/shapes/build/write-json";
import type { JsonNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import type { WalkedRecord } from "./walk-records";

/** One record as a JSON line. The call's numbers stand as they were written: no double comes between. */
export function recordLine(walked: WalkedRecord): string {
  if (walked.kind === "unreadable") {
    const { source, path, message } = walked;
    const problems = [{ level: "blocks", path: "", code: "not_json", message }];
    return JSON.stringify({ source, recordPath: path, shape: "unknown", confidence: 0, problems, receipt: { carried: 0, changed: 0, dropped: 0 }, call: null });
  }
  const { source, path, read, judged } = walked;
  const { shape, confidence } = read.detection;
  const problems = judged.problems.map(({ level, path: place, code, title, why }) => ({ level, path: formatPath(place), code, message: `${title}. ${why}` }));
  const { call, receipt } = outcomeOf(walked.root, read);
  const { carried, changed, dropped } = receipt;
  const head = JSON.stringify({ source, recordPath: path, shape, confidence, problems, receipt: { carried, changed, dropped } });
  return `${head.slice(0, -1)},"call":${call === null ? "null" : writeJson(call, "compact")}}`;
}

/** The CallIngest that a record is or becomes, with the receipt of becoming it. A native report is shown converted, though it is sent as it is. */
function outcomeOf(root: JsonNode, { draft, detection, converted, receipt }: ReadRecord): { readonly call: JsonNode | null; readonly receipt: ReadRecord["receipt"] } {
  if ("problem" in draft || detection.shape === "unknown" || detection.shape === "no-call") return { call: null, receipt };
  if (converted || detection.shape === "canonical") return { call: draft.root, receipt };
  const native = detection.event?.terminal === false ? null : convertNative(root, draft.detection.shape);
  if (!native?.ok) return { call: null, receipt };
  const { root: call, receipt: builder, dropReason } = native.value;
  return { call, receipt: builder.finish(root, dropReason) };
}
