"use client";

import { Check, X } from "lucide-react";
import type { ConnectionReport } from "@/lib/contracts/buckets";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time-text";

export interface ConnectionPanelProps {
  readonly target: ConnectionReport["target"];
  readonly report: ConnectionReport | null;
  readonly isChecking: boolean;
  readonly failure: string | null;
  readonly onCheck: () => void;
}

/** Which Zelto is spoken to, and what of it answers how fast. */
export function ConnectionPanel({ target, report, isChecking, failure, onCheck }: ConnectionPanelProps) {
  const isSandbox = target.kind === "sandbox";
  return (
    <Panel
      title="Connection"
      label="Connection"
      actions={
        <Button size="small" onPress={onCheck} isPending={isChecking}>
          Check connection
        </Button>
      }
    >
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-body max-md:grid-cols-1 max-md:gap-y-0.5">
        <dt className="text-ink-3">Target</dt>
        <dd className="text-ink">{isSandbox ? "Sandbox: nothing is sent to Zelto" : "Live: calls go to Zelto"}</dd>
        <dt className="text-ink-3">Address</dt>
        <dd className="text-code break-all text-ink">{target.baseUrl}</dd>
        <dt className="text-ink-3">API key</dt>
        <dd className="text-ink">{target.hasKey ? <>set{target.keyLast4 === null ? "" : <>, ends in <span className="text-code">{target.keyLast4}</span></>}</> : "not set: everything waits until ZELTO_API_KEY is set"}</dd>
      </dl>
      {failure === null ? null : (
        <Notice tone="blocks" role="alert" className="mt-3">
          {failure}
        </Notice>
      )}
      <div aria-live="polite">{report === null ? null : <Checks report={report} />}</div>
    </Panel>
  );
}

function Checks({ report }: { readonly report: ConnectionReport }) {
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="mb-2 text-small text-ink-3">
        Checked at <TimeText at={report.checkedAt} show="time" />
      </p>
      <ul className="flex flex-col gap-1.5">
        {report.checks.map(({ name, ok, status, durationMs, sentence }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2 text-body">
            <span className={ok ? "text-ink" : "text-blocks"}>{ok ? <Check aria-label="answers" className="size-3.5" /> : <X aria-label="does not answer" className="size-3.5" />}</span>
            <span className="w-44 text-ink">{name}</span>
            <span className="min-w-0 flex-1 text-ink-2">{sentence}</span>
            <span className="text-small text-ink-3 tabular-nums">{[status === null ? "" : String(status), durationMs === null ? "" : `${Math.round(durationMs)} ms`].filter((text) => text !== "").join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
