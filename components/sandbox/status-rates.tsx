"use client";

import { Plus, Trash2 } from "lucide-react";
import { RATE_OPERATIONS, type StatusRate } from "@/lib/contracts/sandbox";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";

const OPERATION_WORDS: Readonly<Record<(typeof RATE_OPERATIONS)[number], string>> = { upload: "Uploads", reads: "Reads", buckets: "Buckets", all: "All requests" };
const OPERATIONS = RATE_OPERATIONS.map((id) => ({ id, label: OPERATION_WORDS[id] }));

export interface StatusRatesProps {
  readonly rates: readonly StatusRate[];
  readonly onChange: (rates: StatusRate[]) => void;
}

/** Shares of requests that are answered with a fixed status; tried from the top, the first that strikes answers. */
export function StatusRates({ rates, onChange }: StatusRatesProps) {
  const change = (index: number, patch: Partial<StatusRate>): void => onChange(rates.map((rate, place) => (place === index ? { ...rate, ...patch } : rate)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-body font-medium text-ink">Status rates</legend>
      {rates.map((rate, index) => (
        <div key={index} className="flex flex-wrap items-end gap-2">
          <NumberField label="Status" className="w-16" min={200} max={599} value={rate.status} onChange={(status) => status !== null && status >= 200 && status <= 599 && change(index, { status })} />
          <NumberField label="Percent" className="w-16" min={0} max={100} step={10} value={rate.percent} onChange={(percent) => percent !== null && percent >= 0 && percent <= 100 && change(index, { percent })} />
          <Select label="Of" className="w-28" options={OPERATIONS} value={rate.operation} onChange={(operation) => change(index, { operation })} />
          <TextField label="Retry-After" className="w-24" mono value={rate.retryAfter ?? ""} onChange={(text) => onChange(rates.map((other, place) => (place === index ? withRetryAfter(other, text) : other)))} />
          <IconButton label={`Remove the rate of ${rate.status}`} icon={<Trash2 aria-hidden className="size-3.5" />} onPress={() => onChange(rates.filter((_, place) => place !== index))} />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => onChange([...rates, { status: 503, percent: 100, operation: "upload" }])}>
          Add a status
        </Button>
      </div>
    </fieldset>
  );
}

function withRetryAfter({ status, percent, operation }: StatusRate, text: string): StatusRate {
  return text.trim() === "" ? { status, percent, operation } : { status, percent, operation, retryAfter: text.trim() };
}
