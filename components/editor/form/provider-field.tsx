"use client";

import { PROVIDERS, type Provider } from "@/lib/core/shapes/shape";
import { Select } from "@/components/ui/select";
import { useEditor } from "../editor-context";
import { ProblemStrip } from "../problem-strip";

const WORDS: Readonly<Record<Provider, string>> = {
  zelto: "zelto, canonical body",
  livekit: "livekit, canonical body",
  vapi: "vapi, native webhook body",
  retell: "retell, native webhook body",
};

/** The X-Zelto-Provider header. Native ones are offered only where the body is native, or where one is set already. */
export function ProviderField() {
  const { draft, store, judgement } = useEditor();
  const native = { "vapi-webhook": "vapi", "retell-webhook": "retell", canonical: null, unknown: null }[judgement.detection.shape];
  const offered = PROVIDERS.filter((provider) => provider === "zelto" || provider === "livekit" || provider === native || provider === draft.provider);
  const problems = judgement.problems.filter(({ fixes }) => fixes.some(({ id }) => id.startsWith("use-header")));
  return (
    <div className="flex flex-col gap-1.5">
      <Select label="Provider" layout="side" options={offered.map((id) => ({ id, label: WORDS[id] }))} value={draft.provider} onChange={(provider) => store.commit({ label: `Header ${provider}`, edits: [], provider })} />
      {problems.map((problem) => (
        <ProblemStrip key={problem.code} problem={problem} className="ml-30 rounded-field max-md:ml-0" />
      ))}
    </div>
  );
}
