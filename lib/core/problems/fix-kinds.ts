import type { ProblemFix } from "./problem";

/** Every kind of fix and its button; `detail` is what the fix would write, and part of its id. */
const FIX_LABELS = {
  rename: (detail: string) => `Rename to ${detail}`,
  move: (detail: string) => `Move to ${detail}`,
  "into-metadata": () => "Move into metadata",
  "leave-out": (detail: string) => `Leave ${detail} out`,
  "remove-turn": (detail: string) => `Delete turn ${detail}`,
  "wrap-turns": () => "Put the list into transcript.turns",
  "set-end": (detail: string) => `Let it end at ${detail} s`,
  "swap-times": () => "Swap start and end",
  "set-role": (detail: string) => `Set the role to ${detail}`,
  cut: (detail: string) => `Cut to ${detail} characters, keep the whole text in metadata`,
  "keep-external-id": () => "Keep the external ID, leave agentId out",
  "keep-agent-id": () => "Keep agentId, leave agent out",
  round: (detail: string) => `Round to ${detail}`,
  "set-zero": () => "Set to 0",
  "duration-from-times": (detail: string) => `Set the duration to ${detail} s`,
  "to-number": (detail: string) => `Write as the number ${detail}`,
  "to-text": () => "Write as a text",
  "to-date-time": (detail: string) => `Write as ${detail}`,
  "to-system-prompt": () => "Move it to the system prompt",
  trim: () => "Trim the white space",
  "strip-invisible": () => "Remove the invisible characters",
  "mend-surrogates": () => "Replace it with �",
  "remove-earlier": () => "Delete the earlier ones",
  "use-header": (detail: string) => `Send under the ${detail} header`,
} as const;

export type FixKind = keyof typeof FIX_LABELS;

/** A fix of a kind; `detail` is what it writes, for the kinds that write something. */
export function makeFix(kind: FixKind, detail: string = ""): ProblemFix {
  return { id: detail === "" ? kind : `${kind}:${detail}`, label: FIX_LABELS[kind](detail) };
}

/** Kind and detail of a fix's id; null for an id that no fix has. */
export function readFixId(id: string): { readonly kind: FixKind; readonly detail: string } | null {
  const colon = id.indexOf(":");
  const name = colon < 0 ? id : id.slice(0, colon);
  const kind = (Object.keys(FIX_LABELS) as FixKind[]).find((key) => key === name);
  return kind === undefined ? null : { kind, detail: colon < 0 ? "" : id.slice(colon + 1) };
}
