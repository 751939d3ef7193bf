import { fieldAt } from "@/lib/core/call-ingest/field-guide";
import { formatCount } from "@/lib/core/format/count";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";

/** A place in words: "Ended reason", "Turn 7", "Turn 7: Text"; the path itself where it is no documented field. */
export function placeName(path: JsonPath): string {
  const [first, second, index, ...rest] = path;
  if (path.length === 0) return "The call";
  if (first === "transcript" && second === "turns" && typeof index === "number") {
    const turn = `Turn ${formatCount(index + 1)}`;
    return rest.length === 0 ? turn : `${turn}: ${fieldAt(path)?.label ?? formatPath(rest)}`;
  }
  return fieldAt(path)?.label ?? formatPath(path);
}
