import { reportProblems } from "@/lib/core/problems/report-problems";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { parseJson } from "@/lib/core/text/scan-json";
import { bigCall } from "./big-call";
import { compare, report, timePair } from "./measure";

/** Parse, detect and judge one call of 10,000 turns, beside bare JSON.parse of the same text. */
export function benchCore(): void {
  const text = bigCall(10_000, "bench-10000");
  const judge = (): number => {
    const parsed = parseJson(text);
    if (!parsed.ok) throw new Error("The bench's own call does not parse");
    const detection = detectShape(parsed.value.root);
    return reportProblems({ text, root: parsed.value.root }, { shape: detection.shape, detection, provider: "zelto", knownAgents: null, alreadyUploaded: null }).length;
  };
  report(compare("parse-with-places/10000-turns", timePair(25, () => parseJson(text), () => JSON.parse(text) as unknown), "JSON.parse"));
  report(compare("parse-validate-problems/10000-turns", timePair(25, judge, () => JSON.parse(text) as unknown), "JSON.parse"));
}
