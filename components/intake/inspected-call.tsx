import { formatPlural } from "@/lib/core/format/count";
import { formatDuration } from "@/lib/core/format/duration";
import { formatPath } from "@/lib/core/text/json-path";
import type { InspectedRecord } from "@/lib/intake/inspected-source";
import { PROVIDER_WORDS } from "@/lib/intake/verdict";
import { LevelGlyph, LevelMark } from "@/components/marks/level-mark";
import { RoleRibbon } from "@/components/marks/role-ribbon";

/** One record of an inspection: what it is, how it would travel, and each problem with its place. */
export function InspectedCall({ record }: { readonly record: InspectedRecord }) {
  const { summary, shape, provider, reasons, problems, counts, path } = record;
  const total = counts.blocks + counts.loses + counts.odd;
  const agent = summary.agentExternalId ?? summary.agentId;
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="text-code font-medium break-all text-ink">{summary.externalId ?? "no id"}</span>
        <span className="text-small text-ink-2">{shape === "unknown" ? "Unknown shape" : PROVIDER_WORDS[provider]}</span>
        {agent === null ? null : <span className="text-code break-all text-ink-2">{agent}</span>}
        <RoleRibbon segments={summary.ribbon} />
        <span className="text-small text-ink-2">
          {formatPlural(summary.turnCount, "turn")}
          {summary.durationSeconds === null ? "" : `, ${formatDuration(summary.durationSeconds)}`}
        </span>
        <span className="ml-auto text-small text-ink-3">{path}</span>
      </div>
      <p className="mt-1 text-small text-ink-3">{reasons.join("; ")}</p>
      {total === 0 ? (
        <p className="mt-1 text-small text-ink-2">No problem found.</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-1">
          {problems.map((problem, place) => (
            <li key={`${place} ${problem.code}`} className="flex flex-wrap items-center gap-x-3 text-small">
              <LevelMark level={problem.level} className="w-28 max-md:w-full" />
              <span className="min-w-0 text-ink">{problem.title}</span>
              <span className="text-code break-all text-ink-3">{formatPath(problem.path)}</span>
            </li>
          ))}
          {total > problems.length ? (
            <li className="flex items-center gap-1.5 text-small text-ink-2">
              <LevelGlyph level="odd" /> {formatPlural(total - problems.length, "more problem")}
            </li>
          ) : null}
        </ul>
      )}
    </li>
  );
}
