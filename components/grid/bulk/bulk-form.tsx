"use client";

import type { GridFacets } from "@/lib/contracts/grid";
import { MAX_AGENT_NAME, MAX_CUSTOMER_NAME, MAX_CUSTOMER_NUMBER, MAX_VERSION } from "@/lib/core/call-ingest/limits";
import { useBucketBoard } from "@/lib/queries/buckets";
import { ComboBox } from "@/components/ui/combo-box";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { BulkFields, BulkKind } from "./bulk-kind";

export interface BulkFormProps {
  readonly kind: BulkKind;
  readonly fields: BulkFields;
  readonly facets: GridFacets;
  readonly onChange: (changes: Partial<BulkFields>) => void;
}

const NO_BUCKET = "none";
const CUSTOMER = [
  { id: "number", label: "Customer number" },
  { id: "name", label: "Customer name" },
] as const;

/** The fields of a window; acts without a value have none. */
export function BulkForm({ kind, fields, facets, onChange }: BulkFormProps) {
  switch (kind) {
    case "set-agent":
      return <AgentFields fields={fields} facets={facets} onChange={onChange} />;
    case "set-version":
      return <TextField autoFocus label="Version" mono value={fields.first} maxLength={MAX_VERSION} description="Leave it empty to take the version out." onChange={(first) => onChange({ first })} />;
    case "set-customer":
      return (
        <>
          <Select label="What" options={CUSTOMER} value={fields.second === "name" ? "name" : "number"} onChange={(second) => onChange({ second })} />
          <TextField autoFocus label={fields.second === "name" ? "Customer name" : "Customer number"} value={fields.first} maxLength={fields.second === "name" ? MAX_CUSTOMER_NAME : MAX_CUSTOMER_NUMBER} description="Leave it empty to take it out." onChange={(first) => onChange({ first })} />
        </>
      );
    case "set-metadata":
      return (
        <>
          <TextField autoFocus label="Key" mono value={fields.first} maxLength={500} onChange={(first) => onChange({ first })} />
          <TextField label="Text" value={fields.second} maxLength={2_000} description="Leave it empty to take the key out." onChange={(second) => onChange({ second })} />
        </>
      );
    case "set-bucket":
      return <BucketField fields={fields} onChange={onChange} />;
    default:
      return null;
  }
}

function AgentFields({ fields, facets, onChange }: Omit<BulkFormProps, "kind">) {
  const board = useBucketBoard().data;
  const known = new Map([...facets.agents.map(({ agent }) => [agent, undefined] as const), ...(board?.agents ?? []).flatMap(({ externalId, name }) => (externalId === null ? [] : [[externalId, name] as const]))]);
  const options = [...known].map(([id, detail]) => ({ id, label: id, mono: true, detail }));
  return (
    <>
      <ComboBox label="Agent external ID" mono options={options} text={fields.first} onTextChange={(first) => onChange({ first })} />
      <TextField label="Agent name" value={fields.second} maxLength={MAX_AGENT_NAME} description="Empty takes out the name of the earlier agent." onChange={(second) => onChange({ second })} />
    </>
  );
}

/** Buckets with their agents; none takes the plan back. */
function BucketField({ fields, onChange }: Pick<BulkFormProps, "fields" | "onChange">) {
  const board = useBucketBoard().data;
  const options = [{ id: NO_BUCKET, label: "No bucket" }, ...(board?.buckets ?? []).map(({ id, name, agentLabel }) => ({ id, label: name, ...(agentLabel === null ? {} : { detail: agentLabel }) }))];
  return <Select label="Bucket" options={options} value={fields.first === "" ? NO_BUCKET : fields.first} onChange={(id) => onChange({ first: id === NO_BUCKET ? "" : id })} {...(board?.failure == null ? {} : { description: board.failure })} />;
}
