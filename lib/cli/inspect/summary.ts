import { formatCount, formatPlural } from "@/lib/core/format/count";
import { SHAPE_NAMES } from "@/lib/core/shapes/shape-names";
import { LEVEL_WORDS } from "./level-words";
import type { WalkedRecord } from "./walk-records";

interface Cause {
  readonly level: string;
  readonly title: string;
  readonly order: number;
  records: number;
  readonly first: string;
}

const ORDER = { blocks: 0, loses: 1, odd: 2 } as const;
const SHOWN_CAUSES = 50;
const SHOWN_UNREADABLE = 20;

/** Sums records up as they come; memory does not grow with them. */
export class InspectSummary {
  private records = 0;
  private blocked = 0;
  private unreadableCount = 0;
  private readonly unreadable: string[] = [];
  private readonly shapes = new Map<string, number>();
  private readonly causes = new Map<string, Cause>();
  private readonly receipt = { carried: 0, changed: 0, dropped: 0 };

  add(walked: WalkedRecord): void {
    if (walked.kind === "unreadable") {
      this.unreadableCount += 1;
      if (this.unreadable.length < SHOWN_UNREADABLE) this.unreadable.push(walked.message.startsWith(walked.source) ? walked.message : `${walked.source}: ${walked.message}`);
      return;
    }
    const { read, judged, source, path } = walked;
    this.records += 1;
    if (judged.problems.some(({ level }) => level === "blocks")) this.blocked += 1;
    const { name } = SHAPE_NAMES[read.detection.shape];
    this.shapes.set(name, (this.shapes.get(name) ?? 0) + 1);
    for (const kind of ["carried", "changed", "dropped"] as const) this.receipt[kind] += read.receipt[kind];
    const met = new Set<string>();
    for (const { code, level, title } of judged.problems) {
      if (met.has(code)) continue;
      met.add(code);
      const cause = this.causes.get(code) ?? { level: LEVEL_WORDS[level], title, order: ORDER[level], records: 0, first: path === "" ? source : `${source} ${path}` };
      cause.records += 1;
      this.causes.set(code, cause);
    }
  }

  /** Whether anything would be refused or cannot be read. */
  get blocks(): boolean {
    return this.blocked + this.unreadableCount > 0;
  }

  /** The summary as lines. */
  lines(): readonly string[] {
    const { carried, changed, dropped } = this.receipt;
    const shapes = [...this.shapes].sort(([, left], [, right]) => right - left).map(([name, count]) => `${name} ${formatCount(count)}`);
    const causes = [...this.causes.values()].sort((left, right) => left.order - right.order || right.records - left.records).slice(0, SHOWN_CAUSES);
    return [
      `${formatPlural(this.records, "call")}${shapes.length === 0 ? "" : `: ${shapes.join(", ")}`}`,
      `${formatCount(this.blocked)} would be refused, ${formatPlural(this.unreadableCount, "record")} cannot be read`,
      `Receipt: ${formatCount(carried)} carried, ${formatCount(changed)} changed, ${formatCount(dropped)} left out`,
      ...causes.map(({ level, title, records, first }) => `${level}: ${title} (${formatPlural(records, "call")}, first ${first})`),
      ...this.unreadable,
    ];
  }
}
