"use client";

import { Notice } from "@/components/ui/notice";
import { useEditor } from "../editor-context";
import { FieldRow } from "./field-row";
import { MetadataGroup } from "./metadata-group";
import { ProviderField } from "./provider-field";
import { FORM_SECTIONS, type FormSection } from "./sections";
import { useSectionForm } from "./use-section-form";

/** The call as a form: header, agent, call, customer, metadata. Every field is a view of the text. */
export function FormTab() {
  const { readOnlyReason } = useEditor();
  return (
    <div className="flex flex-col gap-4 p-4">
      {readOnlyReason === null ? null : <Notice>{readOnlyReason}</Notice>}
      <ProviderField />
      {FORM_SECTIONS.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <div className="border-t border-line pt-4">
        <MetadataGroup />
      </div>
    </div>
  );
}

function Section({ section }: { readonly section: FormSection }) {
  const form = useSectionForm(section.fields);
  return (
    <div role="group" aria-label={section.name} className="flex flex-col gap-2.5 border-t border-line pt-4">
      {section.fields.map((field) => (
        <FieldRow key={field.name} field={field} section={form} />
      ))}
    </div>
  );
}
