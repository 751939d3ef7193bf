import { MAX_CALL_BYTES, MAX_DEPTH, MAX_RECORDS, MAX_SOURCE_BYTES, MAX_WHOLE_BYTES } from "@/lib/core/records/limits";
import { Panel } from "@/components/ui/panel";

const MEGABYTE = 1024 * 1024;
const LIMITS: readonly (readonly [string, string])[] = [
  ["One file, read in pieces", `${MAX_SOURCE_BYTES / (1024 * MEGABYTE)} GB`],
  ["One value that cannot be read in pieces", `${MAX_WHOLE_BYTES / MEGABYTE} MB`],
  ["One call", `${MAX_CALL_BYTES / MEGABYTE} MB`],
  ["Calls in one intake", MAX_RECORDS.toLocaleString("en-GB")],
  ["Nesting", `${MAX_DEPTH} levels`],
];

/** What Intake takes; beyond it, it says so and keeps nothing. Zelto names no limits of its own. */
export function LimitsPanel() {
  return (
    <Panel title="Limits" label="Limits">
      <dl className="grid max-w-md grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 text-body">
        {LIMITS.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="text-right text-ink tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
