"use client";

import { useState } from "react";
import { useForm, Controller } from "react-hook-form";
import { zodResolver } from "@hookform/resolvers/zod";
import type * as z from "zod";
import { CreateBucketInputSchema } from "@/lib/contracts/actions";
import type { AgentView } from "@/lib/contracts/buckets";
import { useCreateBucket } from "@/lib/queries/buckets";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

export interface CreateBucketDialogProps {
  readonly agents: readonly AgentView[];
  readonly agentId: string | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onCreated: (bucketId: string) => void;
}

const label = (agent: AgentView): string => (agent.externalId === null ? agent.name : `${agent.name} (${agent.externalId})`);

/** A name and an agent. Where agents cannot be listed, the agent's id is typed. */
export function CreateBucketDialog({ agents, agentId, isOpen, onOpenChange, onCreated }: CreateBucketDialogProps) {
  const known = agents.find(({ id }) => id === agentId);
  const [agentText, setAgentText] = useState(known === undefined ? (agentId ?? "") : label(known));
  const form = useForm<z.input<typeof CreateBucketInputSchema>>({ resolver: zodResolver(CreateBucketInputSchema), defaultValues: { agentId: agentId ?? "", name: "" } });
  const create = useCreateBucket({
    onSuccess: ({ bucketId }) => {
      onOpenChange(false);
      onCreated(bucketId);
    },
  });
  const chooseAgent = (text: string): void => {
    setAgentText(text);
    const agent = agents.find((candidate) => label(candidate) === text || candidate.externalId === text);
    form.setValue("agentId", agent?.id ?? text.trim(), { shouldValidate: form.formState.isSubmitted });
  };
  const submit = form.handleSubmit((input) => create.mutate(input));
  return (
    <Dialog
      title="Create bucket"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" isPending={create.isPending} onPress={() => void submit()}>
            Create bucket
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ComboBox
          label="Agent"
          description={agents.length === 0 ? "Agents cannot be listed now: paste the agent’s id from Zelto" : "A bucket belongs to one agent for good"}
          options={agents.map((agent) => ({ id: agent.id, label: label(agent) }))}
          text={agentText}
          onTextChange={chooseAgent}
          error={form.formState.errors.agentId?.message}
        />
        <Controller
          control={form.control}
          name="name"
          render={({ field, fieldState }) => <TextField label="Name" autoFocus value={field.value} onChange={field.onChange} onBlur={field.onBlur} error={fieldState.error?.message} counter={{ length: field.value.length, max: 255 }} />}
        />
        {create.error === null ? null : (
          <Notice tone="blocks" role="alert">
            {create.error.problem.detail}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
