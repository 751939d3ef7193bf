"use client";

import type { SandboxDials, SandboxDialsPatch } from "@/lib/contracts/sandbox";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { ENDPOINT_DIALS, ENDPOINT_OPTIONS, MALFORMED_OPTIONS, NUMBER_DIALS, countTurned } from "./dial-groups";
import { StatusRates } from "./status-rates";

export interface DialsPanelProps {
  readonly dials: SandboxDials;
  readonly onTurn: (patch: SandboxDialsPatch) => void;
  /** Why the last turn was not taken, or null. */
  readonly failure: string | null;
}

/** Every way in which a Zelto may misbehave. A dial acts at once, on the next request. */
export function DialsPanel({ dials, onTurn, failure }: DialsPanelProps) {
  const turned = countTurned(dials);
  return (
    <Panel title="Fault dials" note={turned === 0 ? "It behaves" : `${turned} turned`} label="Fault dials">
      <div className="flex flex-col gap-3">
        {failure === null ? null : (
          <Notice tone="blocks" role="alert">
            {failure}
          </Notice>
        )}
        {NUMBER_DIALS.map(({ name, label, unit, step, max }) => (
          <NumberField key={name} label={label} layout="side" suffix={unit} step={step} min={0} max={max} value={dials[name]} onChange={(value) => value !== null && value >= 0 && value <= max && onTurn({ [name]: value })} />
        ))}
        <hr className="border-line" />
        {ENDPOINT_DIALS.map(({ name, label }) => (
          <Select key={name} label={label} layout="side" options={ENDPOINT_OPTIONS} value={dials[name]} onChange={(value) => onTurn({ [name]: value })} />
        ))}
        <Select label="Answer to an upload" layout="side" options={MALFORMED_OPTIONS} value={dials.malformed200} onChange={(value) => onTurn({ malformed200: value })} />
        <hr className="border-line" />
        <Switch isSelected={dials.keyRevoked} onChange={(value) => onTurn({ keyRevoked: value })} detail="Every request is answered 401, whatever its key">
          Key revoked
        </Switch>
        <Switch isSelected={dials.neverLand} onChange={(value) => onTurn({ neverLand: value })} detail="Uploads are accepted and lost, as with an unknown agent id">
          Nothing lands
        </Switch>
        <Switch
          isSelected={dials.resetWhen === "after"}
          onChange={(value) => onTurn({ resetWhen: value ? "after" : "before" })}
          detail="A dropped connection then loses the answer, not the work"
        >
          Drop after the work
        </Switch>
        <hr className="border-line" />
        <StatusRates rates={dials.statusRates} onChange={(statusRates) => onTurn({ statusRates })} />
      </div>
    </Panel>
  );
}
