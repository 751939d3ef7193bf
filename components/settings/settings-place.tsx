"use client";

import type { ConnectionReport } from "@/lib/contracts/buckets";
import { useCheckConnection } from "@/lib/queries/settings";
import { useShell } from "@/components/shell/shell-status";
import { AppearancePanel } from "./appearance-panel";
import { ConnectionPanel } from "./connection-panel";
import { DeletePanel } from "./delete-panel";
import { HeldPanel } from "./held-panel";
import { KeyPanel } from "./key-panel";
import { KeyboardPanel } from "./keyboard-panel";
import { LimitsPanel } from "./limits-panel";
import { SignOutPanel } from "./sign-out-panel";
import { TaughtPanel } from "./taught-panel";

export interface SettingsPlaceProps {
  readonly target: ConnectionReport["target"];
  /** A shared secret is set, so there is a session to end. */
  readonly hasSession: boolean;
}

/** The target and its key, what waits, appearance, keys, limits, and deleting. */
export function SettingsPlace({ target, hasSession }: SettingsPlaceProps) {
  const { status } = useShell();
  const check = useCheckConnection();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 p-8 max-md:p-4">
      <h1 className="text-lead">Settings</h1>
      {status === undefined ? null : <HeldPanel status={status} />}
      <ConnectionPanel
        target={target}
        report={check.data ?? null}
        isChecking={check.isPending}
        failure={check.error?.problem.detail ?? null}
        onCheck={() => check.mutate({})}
      />
      <KeyPanel isSandbox={target.kind === "sandbox"} />
      <AppearancePanel />
      <KeyboardPanel />
      <TaughtPanel />
      <LimitsPanel />
      <DeletePanel />
      {hasSession ? <SignOutPanel /> : null}
    </div>
  );
}
