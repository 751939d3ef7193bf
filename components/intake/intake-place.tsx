"use client";

import { useState } from "react";
import { blankCallText } from "@/lib/core/call-ingest/blank-call";
import type { Sample } from "@/lib/core/call-ingest/samples";
import { newUuid } from "@/lib/intake/new-uuid";
import { readSample } from "@/lib/queries/intake";
import { Ladder } from "@/components/marks/ladder";
import { PageHeader } from "@/components/shell/crumbs";
import { Panel } from "@/components/ui/panel";
import { showToast } from "@/components/ui/toast";
import { DoorPanel } from "./door-panel";
import { DropOverlay } from "./drop-overlay";
import { IntakeHead } from "./intake-head";
import { isUnsaved, type Offer } from "./intake-step";
import { BrokenSource, FailedSources, InspectedSources, Inspection, PendingIntakes } from "./looked-at";
import { fileSource, textSource } from "./read-offer";
import { nameOfFiles, whyNotFiles, withoutHidden } from "./read-files";
import { SamplesPanel } from "./samples-panel";
import { SmallestCallPanel } from "./smallest-call-panel";
import { useDoors, useLeaveGuard } from "./use-doors";
import { useIntake } from "./use-intake";
import { Verdict } from "./verdict";

/** The door: everything a person has comes in here, is judged within a second and kept before anything else happens. */
export function IntakePlace() {
  const { state, answers, offer, answer, resume, refuse, keep, tryAgain, startOver } = useIntake();
  const [typed, setTyped] = useState("");
  const [mended, setMended] = useState<string | null>(null);
  const [keeps, setKeeps] = useState(true);
  const isBusy = state.step === "reading" || state.step === "saving";
  const broken = state.step === "broken" ? state : state.step === "reading" ? state.over : null;

  const begin = (next: Offer, options: { readonly keep: boolean } = { keep: keeps }) => {
    if (isBusy) return;
    if (state.step === "unsaved") {
      showToast({ tone: "trouble", title: "Not taken in", detail: "What came before is not kept yet. Try again or start over first." });
      return;
    }
    setMended(null);
    void offer(next, options);
  };
  const takeText = (text: string) => begin(textOffer(text, text === typed ? "The typed text" : "The pasted text"));
  const takeFiles = (given: readonly File[]) => {
    const files = withoutHidden(given);
    const why = whyNotFiles(files);
    if (why === null) begin(filesOffer(files));
    else if (!isBusy) refuse(why);
  };
  const checkMended = (text: string) => {
    if (broken !== null && !isBusy) void offer({ ...broken.offer, sources: [textSource(broken.source.name, text)] }, { keep: keeps, over: broken });
  };
  const give = (id: string, value: string) => answer({ [id]: value });
  const isOver = useDoors({ onText: takeText, onFiles: takeFiles });
  useLeaveGuard(isUnsaved(state) || typed !== "");

  return (
    <div className="mx-auto flex max-w-336 flex-col gap-4 px-8 py-6 max-md:px-4 max-md:py-4">
      <PageHeader crumbs={[{ label: "Intake" }, ...(broken === null ? [] : [{ label: broken.offer.name }])]} />
      {broken === null && state.step !== "inspected" ? <IntakeHead keeps={keeps} onKeepsChange={setKeeps} /> : null}
      <Verdict state={state} isQuiet={broken !== null} onTryAgain={() => void tryAgain()} onStartOver={startOver} />
      {broken !== null ? (
        <BrokenSource broken={broken} mended={mended} onMend={setMended} isBusy={isBusy} onCheck={checkMended} onStartOver={startOver} />
      ) : state.step === "inspected" ? (
        <Inspection report={state.report} answers={answers} isRereading={state.isRereading} onAnswer={give} onKeep={() => void keep()} onStartOver={startOver} />
      ) : state.step === "unsaved" ? (
        <InspectedSources report={state.report} answers={answers} onAnswer={null} />
      ) : (
        <>
          {state.step === "idle" && state.refused.length > 0 ? <FailedSources sources={state.refused} /> : null}
          <div className="grid grid-cols-[minmax(0,1fr)_25rem] gap-5 max-xl:grid-cols-1">
            <DoorPanel typed={typed} onType={setTyped} onText={takeText} onFiles={takeFiles} onBlank={() => begin(blankOffer(), { keep: true })} isBusy={isBusy} takesIn={keeps} />
            <SmallestCallPanel />
          </div>
          <PendingIntakes isBusy={isBusy} isHidden={state.step === "saving"} onResume={(intake, files) => void resume(intake, files)} />
          <SamplesPanel onSample={(sample) => begin(sampleOffer(sample))} isBusy={isBusy} />
          <Panel title="How a call gets into Zelto" note="Hollow marks are claims. Solid green is proof: Zelto showed the conversation back to us.">
            <Ladder />
          </Panel>
        </>
      )}
      {isOver ? <DropOverlay /> : null}
    </div>
  );
}

function textOffer(text: string, name: string): Offer {
  const now = new Date().toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return { kind: "paste", name: `Pasted ${now}`, sources: [textSource(name, text)] };
}

function filesOffer(files: readonly File[]): Offer {
  return { kind: "file", name: nameOfFiles(files), sources: files.map(fileSource) };
}

function sampleOffer({ title, file, provider, shape }: Sample): Offer {
  return { kind: "sample", name: title, sources: [{ name: file, provider: shape === "canonical" && provider !== "zelto" ? provider : null, content: async () => new Blob([await readSample(file)]) }] };
}

function blankOffer(): Offer {
  const externalId = `manual-${newUuid().slice(0, 8)}`;
  return { kind: "blank", name: "Blank call", sources: [textSource("Blank call", blankCallText({ externalId }))] };
}
