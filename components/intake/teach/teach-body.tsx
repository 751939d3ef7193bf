"use client";

import { useMemo, useState } from "react";
import { formatPlural } from "@/lib/core/format/count";
import type { Answers } from "@/lib/core/shapes/answers";
import { previewTemplate } from "@/lib/core/shapes/generic/preview-template";
import { writeTemplate } from "@/lib/core/shapes/generic/template";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { PointField } from "./point-field";
import { CALL_FIELDS, choiceId, draftOf, FIELD_WORDS, finished, pointAt, rowsOf, TURN_COLUMNS, withField, type Draft, type PointedRecord } from "./pointing";
import { TeachPreview } from "./teach-preview";

export interface TeachBodyProps {
  readonly text: string;
  readonly given: Answers;
  readonly onTaught: (answerId: string, template: string) => void;
}

/** Where a person shows on a live record which list holds the turns and what its keys mean. */
export function TeachBody({ text, given, onTaught }: TeachBodyProps) {
  const record = useMemo(() => pointAt(text), [text]);
  if (record === null) return <p className="text-body text-ink-2">There is no list in this record, so there are no turns to point at. It can still be taken in and mended as JSON.</p>;
  return <Pointing record={record} given={given} onTaught={onTaught} />;
}

function Pointing({ record, given, onTaught }: Omit<TeachBodyProps, "text"> & { readonly record: PointedRecord }) {
  const [first] = record.candidates;
  const [draft, setDraft] = useState<Draft>(first ? draftOf(first) : { list: [] });
  const candidate = record.candidates.find(({ list }) => choiceId(list) === choiceId(draft.list)) ?? first;
  const template = finished(draft);
  const preview = useMemo(() => (template === null ? null : previewTemplate(record.root, template, given)), [record, template, given]);
  const keys = (candidate?.keys ?? []).map(({ path, label, samples }) => ({ path, label: label === "" ? "The item itself" : label, detail: samples.join(" · ") }));
  const values = record.values.map(({ path, label, sample }) => ({ path, label, detail: sample }));
  const chooseList = (id: string) => {
    const chosen = record.candidates.find(({ list }) => choiceId(list) === id);
    if (chosen) setDraft(draftOf(chosen));
  };
  return (
    <div className="flex flex-col gap-4">
      <Select
        label="List of turns"
        options={record.candidates.map(({ list, label, count }) => ({ id: choiceId(list), label, detail: formatPlural(count, "item"), mono: true }))}
        value={choiceId(draft.list)}
        onChange={chooseList}
      />
      <div className="grid grid-cols-4 gap-3 max-lg:grid-cols-2 max-md:grid-cols-1">
        {TURN_COLUMNS.map((field) => (
          <PointField key={field} label={FIELD_WORDS[field]} choices={keys} value={draft[field]} isOptional={field === "start" || field === "end"} onChange={(path) => setDraft(withField(draft, field, path))} />
        ))}
      </div>
      <details>
        <summary className="cursor-pointer text-body font-medium text-ink">What the record says of the call</summary>
        <div className="mt-3 grid grid-cols-3 gap-3 max-lg:grid-cols-2 max-md:grid-cols-1">
          {CALL_FIELDS.map((field) => (
            <PointField key={field} label={FIELD_WORDS[field]} choices={values} value={draft[field]} isOptional onChange={(path) => setDraft(withField(draft, field, path))} />
          ))}
        </div>
      </details>
      <TeachPreview preview={preview} rows={rowsOf(record.root, draft)} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="mr-auto text-small text-ink-2">Remembered for all records of this structure. Settings lists what was taught.</p>
        <Button variant="primary" isDisabled={template === null || preview === null || preview.count === 0} onPress={() => template && onTaught(record.answerId, writeTemplate(template))}>
          Read it like this
        </Button>
      </div>
    </div>
  );
}
