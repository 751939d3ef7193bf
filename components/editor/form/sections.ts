import { formField, type FormField } from "./form-fields";

/** Fields that belong together, in the order of the form. Provider and metadata have parts of their own. */
export interface FormSection {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FormField[];
}

export const FORM_SECTIONS: readonly FormSection[] = [
  {
    id: "agent",
    name: "Agent",
    fields: [formField(["agent", "externalId"], "agent"), formField(["agentId"], "agent"), formField(["agent", "name"], "text"), formField(["version"], "text")],
  },
  {
    id: "call",
    name: "Call",
    fields: [
      formField(["call", "externalId"], "code"),
      formField(["call", "startedAt"], "date-time"),
      formField(["call", "endedAt"], "date-time"),
      formField(["call", "durationSeconds"], "number"),
      formField(["call", "cost"], "number"),
      formField(["call", "endedReason"], "text"),
      formField(["call", "recordingUrl"], "recording"),
    ],
  },
  {
    id: "customer",
    name: "Customer and prompt",
    fields: [formField(["call", "customer", "number"], "text"), formField(["call", "customer", "name"], "text"), formField(["systemPrompt"], "long")],
  },
];
