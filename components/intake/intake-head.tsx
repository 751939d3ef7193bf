"use client";

import { Switch } from "@/components/ui/switch";

export interface IntakeHeadProps {
  readonly keeps: boolean;
  readonly onKeepsChange: (keeps: boolean) => void;
}

/** What this place is for, and whether it keeps what comes in. */
export function IntakeHead({ keeps, onKeepsChange }: IntakeHeadProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="text-lead">Bring in calls and chats</h1>
        <p className="text-body text-ink-2">You see what they are and what is wrong with them first. Nothing is sent until you say so.</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span className="max-md:hidden">{keeps ? "Kept on this server as soon as it is taken in" : "Stays in this tab until you take it in"}</span>
        <Switch isSelected={!keeps} onChange={(inspects) => onKeepsChange(!inspects)}>
          Just inspect, keep nothing
        </Switch>
      </div>
    </header>
  );
}
