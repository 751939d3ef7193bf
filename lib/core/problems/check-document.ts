import { fieldElsewhere, nearestKey } from "@/lib/core/call-ingest/nearest-field";
import { MAX_TURNS } from "@/lib/core/call-ingest/limits";
import { formatCount } from "@/lib/core/format/count";
import { member, type JsonArrayNode, type JsonMember, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import { checkOddText } from "./check-text";
import { checkScalar, leaveOut, reportWrongType, roleFixes } from "./check-value";
import { CALL_SPEC, type FieldSpec } from "./field-spec";
import { makeFix } from "./fix-kinds";
import { isPlainTurn } from "./plain-turn";
import type { ProblemFix } from "./problem";
import type { Reporter } from "./reporter";

/** Whether keys that Zelto does not document are reported: all, or only those that look like a slip of the pen. */
export type UnknownKeys = "all" | "slips";

/** Walks a document once against the field guide and reports what breaks the schema, what is unknown and what is odd as text. */
export function checkDocument(root: JsonObjectNode, reporter: Reporter, unknownKeys: UnknownKeys): void {
  new Walker(reporter, unknownKeys).object(root, CALL_SPEC);
}

class Walker {
  /** The path of what is looked at; copied where something is reported. */
  private readonly path: (string | number)[] = [];
  private readonly reporter: Reporter;
  private readonly unknownKeys: UnknownKeys;

  constructor(reporter: Reporter, unknownKeys: UnknownKeys) {
    this.reporter = reporter;
    this.unknownKeys = unknownKeys;
  }

  object(node: JsonObjectNode, spec: FieldSpec): void {
    const last = this.checkRepeats(node);
    for (const child of spec.required) if (member(node, child.key) === undefined) this.reportMissing(node, child.key, child);
    for (const entry of node.members) {
      // Of a repeated key only the last counts, here as on the other side.
      if (last && last.get(entry.key) !== entry) continue;
      this.path.push(entry.key);
      const child = spec.members.get(entry.key);
      if (child) this.value(entry.value, child);
      else this.reportUnknown(node, entry);
      this.path.pop();
    }
  }

  private value(node: JsonNode, spec: FieldSpec): void {
    const place = { node, field: spec.field, path: this.path, reporter: this.reporter };
    switch (spec.field.kind) {
      case "object":
        if (node.type === "object") this.object(node, spec);
        else reportWrongType(place);
        return;
      case "map":
        if (node.type === "object") this.anything(node);
        else reportWrongType(place);
        return;
      case "array":
        if (node.type === "array") this.list(node, spec);
        else reportWrongType(place);
        return;
      default:
        if (checkScalar(place) && node.type === "string") checkOddText({ ...place, node });
    }
  }

  private list(node: JsonArrayNode, spec: FieldSpec): void {
    const offset = node.start;
    const path = [...this.path];
    if (node.items.length === 0) this.reporter.add("turns_empty", () => ({ path, offset, fixes: leaveOut({ field: spec.field, path }) }));
    if (node.items.length > MAX_TURNS) this.reporter.add("too_many_turns", () => ({ path, offset, found: formatCount(node.items.length) }));
    for (const [index, item] of node.items.entries()) {
      if (!spec.item || isPlainTurn(item)) continue;
      this.path.push(index);
      this.value(item, spec.item);
      this.path.pop();
    }
  }

  /** Metadata takes anything; only what is lost or broken as text is named. */
  private anything(node: JsonNode): void {
    if (node.type === "object") {
      this.checkRepeats(node);
      for (const entry of node.members) this.step(entry.key, entry.value);
    } else if (node.type === "array") {
      for (const [index, item] of node.items.entries()) this.step(index, item);
    } else if (node.type === "string" && !node.value.isWellFormed()) {
      this.reporter.add("lone_surrogate", () => ({ path: this.path, offset: node.start, fixes: [makeFix("mend-surrogates")] }));
    }
  }

  private step(segment: string | number, node: JsonNode): void {
    this.path.push(segment);
    this.anything(node);
    this.path.pop();
  }

  /** Reports keys that are there more than once; then also answers the last member of each key. */
  private checkRepeats(node: JsonObjectNode): ReadonlyMap<string, JsonMember> | null {
    if (!hasRepeats(node.members)) return null;
    const last = new Map(node.members.map((entry) => [entry.key, entry]));
    const counts = new Map<string, number>();
    for (const { key } of node.members) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [key, count] of counts) {
      if (count === 1) continue;
      const offset = last.get(key)?.keyStart ?? node.start;
      this.reporter.add("duplicate_key", () => ({
        path: [...this.path, key],
        offset,
        name: formatPath([...this.path, key]),
        found: String(count),
        fixes: [makeFix("remove-earlier")],
      }));
    }
    return last;
  }

  private reportMissing(node: JsonObjectNode, key: string, spec: FieldSpec): void {
    this.reporter.add("missing_field", () => {
      const path = [...this.path, key];
      const fixes = spec.field.kind === "role" ? roleFixes("") : leaveOut({ field: spec.field, path });
      return { path, offset: node.start, hint: spec.field.help, fixes };
    });
  }

  private reportUnknown(holder: JsonObjectNode, entry: JsonMember): void {
    if (this.unknownKeys === "slips" && this.renameFor(holder, entry.key) === null) return;
    this.reporter.add("unknown_key", () => {
      const rename = this.renameFor(holder, entry.key);
      const elsewhere = rename === null ? fieldElsewhere(entry.key, this.path.slice(0, -1)) : null;
      const better = rename !== null ? makeFix("rename", rename) : elsewhere ? makeFix("move", formatPath(elsewhere)) : null;
      const others: readonly ProblemFix[] = [makeFix("into-metadata"), makeFix("leave-out", entry.key)];
      const meant = rename ?? (elsewhere ? formatPath(elsewhere) : null);
      const hint = meant === null ? "In metadata it would be stored." : `Did you mean ${meant}?`;
      return { path: this.path, offset: entry.keyStart, name: formatPath(this.path), hint, fixes: better ? [better, ...others] : others };
    });
  }

  /** The nearest documented name, unless that is there already. */
  private renameFor(holder: JsonObjectNode, key: string): string | null {
    const nearest = nearestKey(key, this.path.slice(0, -1));
    return nearest !== null && member(holder, nearest) === undefined ? nearest : null;
  }
}

/** Up to here comparing keys one by one is faster than a set of them; a turn has four. */
const SMALL_OBJECT = 12;

function hasRepeats(members: readonly JsonMember[]): boolean {
  if (members.length > SMALL_OBJECT) return new Set(members.map(({ key }) => key)).size < members.length;
  for (let index = 1; index < members.length; index += 1) {
    const key = members[index]?.key;
    for (let earlier = 0; earlier < index; earlier += 1) if (members[earlier]?.key === key) return true;
  }
  return false;
}
