"use client";

import { Check } from "lucide-react";
import { Controller } from "react-hook-form";
import { parseDateTime } from "@/lib/core/call-ingest/date-time";
import { characterCount } from "@/lib/core/call-ingest/limits";
import { formatDuration } from "@/lib/core/format/duration";
import type { Problem } from "@/lib/core/problems/problem";
import { NumberField } from "@/components/ui/number-field";
import { parseTypedNumber } from "@/components/ui/parse-number";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TimeText } from "@/components/ui/time-text";
import { useEditor } from "../editor-context";
import { ProblemStrip } from "../problem-strip";
import { AgentMenu } from "./agent-menu";
import type { FormField } from "./form-fields";
import { RawValueField } from "./raw-value-field";
import { useFieldProblems } from "./use-field-problems";
import type { SectionForm } from "./use-section-form";

export interface FieldRowProps {
  readonly field: FormField;
  readonly section: SectionForm;
}

/** One field with its counter, its hint and what is wrong with it. */
export function FieldRow({ field, section }: FieldRowProps) {
  const { isReadOnly } = useEditor();
  const { form, typed, commit } = section;
  const { problems, refused } = useFieldProblems(field.path);
  return (
    <Controller
      control={form.control}
      name={field.name}
      render={({ field: bound, fieldState }) => {
        const change = (value: string | number | null): void => {
          bound.onChange(value);
          typed(field);
        };
        const shared = {
          label: field.label,
          layout: "side" as const,
          isReadOnly,
          onBlur: () => commit(field),
          error: refused[0] === undefined ? (problems.length === 0 ? fieldState.error?.message : undefined) : `Zelto refused this: ${refused.join("; ")}`,
          description: problems.length === 0 ? undefined : <FieldProblemList problems={problems} />,
        };
        if (field.style === "number" && typeof bound.value === "string" && parseTypedNumber(bound.value).kind !== "number") {
          const leave = (typedText: string): void => {
            bound.onChange(typedText);
            commit(field);
          };
          return <RawValueField {...shared} value={bound.value} onLeave={leave} />;
        }
        if (field.style === "number") {
          const step = field.label.startsWith("Cost") ? 0.01 : 1;
          const value = bound.value ?? null;
          return <NumberField {...shared} value={value} step={step} min={0} onChange={change} onExact={change} suffix={<NumberHint field={field} value={value === null ? null : Number(value)} />} placeholder="Not set" />;
        }
        const value = String(bound.value ?? "");
        if (field.style === "long") return <TextArea {...shared} value={value} onChange={change} rows={3} placeholder="Not set" />;
        return (
          <TextField
            {...shared}
            mono={field.style !== "text"}
            value={value}
            onChange={change}
            placeholder="Not set"
            suffix={<TextHint field={field} value={value} onChoose={change} />}
            counter={field.max === undefined || value === "" ? undefined : { length: characterCount(value), max: field.max }}
          />
        );
      }}
    />
  );
}

/** Stands inside the field's description, so that it is read with the field. */
function FieldProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <div className="flex flex-col gap-1.5">
      {problems.map((problem, index) => (
        <ProblemStrip key={`${problem.code} ${index}`} problem={problem} className="rounded-field" />
      ))}
    </div>
  );
}

function NumberHint({ field, value }: { readonly field: FormField; readonly value: number | null }) {
  if (!field.label.startsWith("Duration")) return "USD";
  return value !== null && value >= 60 ? `s, reads ${formatDuration(value)}` : "s";
}

interface TextHintProps {
  readonly field: FormField;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function TextHint({ field, value, onChoose }: TextHintProps) {
  const { board, isReadOnly } = useEditor();
  if (field.style === "date-time") {
    const at = parseDateTime(value);
    return at === null ? null : <TimeText at={at} show="short" />;
  }
  if (field.style === "recording" && /^https?:\/\//i.test(value)) return <span className="max-w-32 truncate">{URL.canParse(value) ? new URL(value).host : ""}</span>;
  if (field.style !== "agent") return null;
  const isId = field.path.length === 1;
  const isKnown = board?.agents.some((agent) => (isId ? agent.id : agent.externalId) === value) === true;
  return (
    <>
      {isKnown ? (
        <span className="inline-flex items-center gap-1">
          <Check aria-hidden className="size-3" /> known
        </span>
      ) : null}
      {isReadOnly ? null : <AgentMenu by={isId ? "id" : "externalId"} onChoose={onChoose} />}
    </>
  );
}
