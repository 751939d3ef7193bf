"use client";

import type { ComponentProps } from "react";
import { lateCode, useLateCode } from "@/components/ui/late-code";
import { LatePart } from "@/components/ui/late-part";
import type { BrokenSource as BrokenPart } from "./broken-source";
import type { PendingIntakes as PendingPart } from "./pending-intakes";
import type { FailedSources as FailedPart, InspectedSources as InspectedPart, Inspection as InspectionPart } from "./inspection";

/** What a source turned out to be is shown after a look at it: its code comes once the page has come to rest. */
const code = lateCode(async () => {
  const [inspection, broken, pending] = await Promise.all([import("./inspection"), import("./broken-source"), import("./pending-intakes")]);
  return { ...inspection, ...broken, ...pending };
});

/** Fetches that code; what does not arrive is asked for again where it is shown. */
export const loadLookedAt = code.fetch;

export function Inspection(props: ComponentProps<typeof InspectionPart>) {
  return <LatePart code={code}>{(loaded) => <loaded.Inspection {...props} />}</LatePart>;
}

export function InspectedSources(props: ComponentProps<typeof InspectedPart>) {
  return <LatePart code={code}>{(loaded) => <loaded.InspectedSources {...props} />}</LatePart>;
}

export function FailedSources(props: ComponentProps<typeof FailedPart>) {
  return <LatePart code={code}>{(loaded) => <loaded.FailedSources {...props} />}</LatePart>;
}

export function BrokenSource(props: ComponentProps<typeof BrokenPart>) {
  return <LatePart code={code}>{(loaded) => <loaded.BrokenSource {...props} />}</LatePart>;
}

/** Nothing waits for these: they appear once the page has come to rest. */
export function PendingIntakes(props: ComponentProps<typeof PendingPart>) {
  const { loaded } = useLateCode(code, false);
  return loaded === null ? null : <loaded.PendingIntakes {...props} />;
}
