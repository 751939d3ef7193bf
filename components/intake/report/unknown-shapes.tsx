"use client";

import type { Answers } from "@/lib/core/shapes/answers";
import type { IntakeReport } from "@/lib/intake/intake-report";
import { Panel } from "@/components/ui/panel";
import { TeachButton } from "../teach/teach-button";

export interface UnknownShapesProps {
  readonly report: IntakeReport;
  readonly given: Answers;
  readonly onAnswer: (id: string, value: string) => void;
}

/** Records that no shape fits, one of each structure: a person can show where the turns are, once for all of them. */
export function UnknownShapes({ report, given, onAnswer }: UnknownShapesProps) {
  if (report.unknown.length === 0) return null;
  return (
    <Panel title="A shape that Intake does not know" note="It is kept as it is, or you show where its turns are; the next one like it is then read by itself" label="Unknown shapes" flush>
      <ul>
        {report.unknown.map(({ source, path, text }) => (
          <li key={`${source} ${path}`} className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
            <span className="min-w-0 flex-1 basis-60 text-code break-all text-ink-2">
              <bdi>{path === "" ? source : `${source}, ${path}`}</bdi>
            </span>
            {text === null ? <span className="text-small text-ink-3">too long to be shown here</span> : <TeachButton text={text} given={given} onTaught={onAnswer} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
