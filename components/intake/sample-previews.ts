import type { RibbonSegment } from "@/lib/core/shapes/shape";

export interface SamplePreview {
  readonly turns: number;
  /** Null where the sample has no times worth showing. */
  readonly seconds: number | null;
  readonly ribbon: readonly RibbonSegment[];
}

/** Role by its first letter and weight, one a turn. A test compares them with the files, which thus need not be read to be shown. */
const RIBBONS: Readonly<Record<string, readonly [seconds: number, ribbon: string]>> = {
  "voice-call": [116, "a82 u60 a58 u54 a86 u60 a24 t88 a65 u81 a84 u46 a112 u50 a81 u31"],
  "web-chat": [457, "a65 u71 a56 u66 t95 a130 u53 a77 u35 a43"],
  "whatsapp-chat": [1560, "u80 a80 u37 a72 u87 a103 u21 a55"],
  "vapi-end-of-call-report": [82, "a68 u39 t33 t50 a95 u73 a102"],
  "retell-call-analyzed": [25, "a58 u57 a43 t44 t31 a40 u47 a61"],
  "livekit-session": [71, "a73 u74 t86 a112 u63 a89 u23"],
};

const ROLES: Readonly<Record<string, RibbonSegment["role"]>> = { a: "assistant", u: "user", s: "system", t: "tool" };

/** What a sample's tile shows, or null for the one that is not JSON. */
export function samplePreview(id: string): SamplePreview | null {
  const known = RIBBONS[id];
  if (known === undefined) return null;
  const ribbon = known[1].split(" ").map((turn): RibbonSegment => ({ role: ROLES[turn.charAt(0)] ?? "user", weight: Number(turn.slice(1)) }));
  return { turns: ribbon.length, seconds: known[0], ribbon };
}
