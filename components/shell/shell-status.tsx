"use client";

import { createContext, use } from "react";
import type { ReactNode } from "react";
import type { ShellStatus } from "@/lib/contracts/status";
import { useShellStatus } from "@/lib/queries/status";

interface ShellState {
  /** Undefined until the first answer. */
  readonly status: ShellStatus | undefined;
  /** The last look at Intake's own server failed. */
  readonly isCut: boolean;
}

const ShellContext = createContext<ShellState>({ status: undefined, isCut: false });

/** Polls the status once for the whole page and hands it down. */
export function ShellStatusProvider({ initial, children }: { readonly initial: ShellStatus | undefined; readonly children: ReactNode }) {
  const query = useShellStatus(initial);
  return <ShellContext value={{ status: query.data, isCut: query.isError }}>{children}</ShellContext>;
}

/** The target, what needs a person, and what stands still. */
export function useShell(): ShellState {
  return use(ShellContext);
}
