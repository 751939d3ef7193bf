"use client";

import { ChevronDown } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { useEditor } from "../editor-context";

export interface AgentMenuProps {
  readonly by: "id" | "externalId";
  readonly onChoose: (value: string) => void;
}

/** As many as a menu can hold; the field takes any other id as it is typed. */
const MAX_OFFERED = 50;

/** The agents that Zelto lists, to choose instead of typing. */
export function AgentMenu({ by, onChoose }: AgentMenuProps) {
  const { board } = useEditor();
  const agents = (board?.agents ?? []).flatMap((agent) => {
    const value = agent[by];
    return value === null ? [] : [{ value, label: `${agent.name}: ${value}` }];
  });
  if (agents.length === 0) return null;
  return (
    <Menu
      label="Known agents"
      trigger={<IconButton size="small" label={by === "id" ? "Known agent IDs" : "Known agents"} icon={<ChevronDown aria-hidden className="size-3.5" />} className="-my-1 -mr-1" />}
      actions={agents.slice(0, MAX_OFFERED).map(({ value, label }) => ({ id: value, label, onAction: () => onChoose(value) }))}
    />
  );
}
