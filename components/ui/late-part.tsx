"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { useLateCode } from "./late-code";
import type { LateCode } from "./late-code";
import { Notice } from "./notice";

export interface LatePartProps<Loaded> {
  readonly code: LateCode<Loaded>;
  /** What stands there until the code has come. */
  readonly waiting?: ReactNode;
  readonly children: (loaded: Loaded) => ReactNode;
}

/** A part of a page whose code comes late; where it does not come, it says so and tries again by a click. */
export function LatePart<Loaded>({ code, waiting = null, children }: LatePartProps<Loaded>) {
  const { loaded, hasFailed } = useLateCode(code);
  if (loaded !== null) return <>{children(loaded)}</>;
  if (!hasFailed) return <>{waiting}</>;
  return (
    <Notice
      tone="loses"
      role="status"
      className="m-3"
      actions={
        <Button size="small" onPress={code.fetch}>
          Try again
        </Button>
      }
    >
      This part of the page did not arrive. Nothing is lost; check that Intake’s server runs.
    </Notice>
  );
}
