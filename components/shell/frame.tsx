"use client";

import type { ReactNode } from "react";
import type { ShellStatus } from "@/lib/contracts/status";
import { CrumbProvider } from "./crumbs";
import { PaletteProvider } from "./palette-provider";
import { Rail } from "./rail";
import { ShellNotices } from "./shell-notices";
import { ShellStatusProvider } from "./shell-status";
import { ShellWindows } from "./shell-windows";
import { TargetEdge } from "./target-badge";
import { TopBar } from "./top-bar";

export interface FrameProps {
  /** From the server, so that the target is on the first paint. */
  readonly initialStatus: ShellStatus | undefined;
  readonly children: ReactNode;
}

/** The frame around every place. `main` scrolls; a place that wants panes of its own fills it with `h-full`. */
export function Frame({ initialStatus, children }: FrameProps) {
  return (
    <ShellStatusProvider initial={initialStatus}>
      <CrumbProvider>
        <PaletteProvider>
          <a
            href="#main"
            className="fixed top-2 left-2 z-60 -translate-y-20 rounded-field bg-inverse px-3 py-2 text-body font-medium text-on-inverse focus:translate-y-0"
          >
            Skip to the content
          </a>
          <div className="flex h-dvh flex-col">
            <TargetEdge />
            <TopBar />
            <ShellNotices />
            <div className="flex min-h-0 flex-1">
              <Rail />
              <main id="main" tabIndex={-1} className="relative min-w-0 flex-1 overflow-y-auto outline-none">
                {children}
              </main>
            </div>
          </div>
          <ShellWindows />
        </PaletteProvider>
      </CrumbProvider>
    </ShellStatusProvider>
  );
}
