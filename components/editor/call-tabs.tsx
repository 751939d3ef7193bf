"use client";

import { useState } from "react";
import { useShortcut } from "@/components/shell/shortcuts-provider";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { AttemptPane } from "./attempt/attempt-pane";
import { useEditor } from "./editor-context";
import { FormTab } from "./form/form-tab";
import { JsonTab } from "./json/json-tab";
import { LandedHead } from "./landing/landed-head";
import { ProblemsPane } from "./problems/problems-pane";
import { ReceiptTab } from "./receipt/receipt-tab";
import { RequestTab } from "./request/request-tab";
import { TimelinePane } from "./timeline/timeline-pane";
import { TranscriptPane } from "./transcript/transcript-pane";

export interface CallTabsProps {
  /** On narrow screens, where it has no pane of its own. */
  readonly withTranscript?: boolean;
  /** Problems and timeline, where they have none. */
  readonly withSide: boolean;
  /** Not where the form stands beside these tabs. */
  readonly withForm: boolean;
}

/** Form, JSON, Receipt and Request; on narrow screens everything else as well. */
export function CallTabs({ withTranscript = false, withSide, withForm }: CallTabsProps) {
  const { draft, judgement, refusals, attemptId, showAttempt } = useEditor();
  const [chosen, setTab] = useState<string | null>(null);
  const usual = withTranscript ? "transcript" : withForm ? "form" : "json";
  // A tab that this layout lacks was chosen in another one.
  const isHere = chosen !== null && (withTranscript || chosen !== "transcript") && (withForm || chosen !== "form") && (withSide || (chosen !== "problems" && chosen !== "timeline"));
  useShortcut("f", () => setTab("form"), { when: withForm });
  useShortcut("d", () => setTab("json"));
  if (withTranscript && attemptId !== null) return <AttemptPane attemptId={attemptId} onClose={() => showAttempt(null)} />;
  return (
    <Tabs className="min-h-0 flex-1 bg-surface" selectedKey={isHere ? chosen : usual} onSelectionChange={(key) => setTab(String(key))}>
      <TabList label="Call">
        {withTranscript ? <Tab id="transcript" label="Transcript" /> : null}
        {withSide ? <Tab id="problems" label="Problems" extra={judgement.problems.length + refusals.length} /> : null}
        {withForm ? <Tab id="form" label="Form" /> : null}
        <Tab id="json" label="JSON" extra={draft.syntax === null ? undefined : <span className="text-blocks">line {draft.syntax.line}</span>} />
        <Tab id="receipt" label="Receipt" />
        <Tab id="request" label="Request" />
        {withSide ? <Tab id="timeline" label="Timeline" /> : null}
      </TabList>
      {withTranscript ? (
        <TabPanel id="transcript" className="flex flex-col">
          <LandedHead />
          <TranscriptPane />
        </TabPanel>
      ) : null}
      {withSide ? (
        <TabPanel id="problems" className="flex flex-col">
          <ProblemsPane />
        </TabPanel>
      ) : null}
      {withForm ? (
        <TabPanel id="form" className="overflow-y-auto">
          <FormTab />
        </TabPanel>
      ) : null}
      <TabPanel id="json" className="flex flex-col">
        <JsonTab />
      </TabPanel>
      <TabPanel id="receipt" className="overflow-y-auto">
        <ReceiptTab />
      </TabPanel>
      <TabPanel id="request" className="overflow-y-auto">
        <RequestTab />
      </TabPanel>
      {withSide ? (
        <TabPanel id="timeline" className="flex flex-col">
          <TimelinePane />
        </TabPanel>
      ) : null}
    </Tabs>
  );
}

/** The form as the one tab of its own pane: it has its name wherever it stands. */
export function FormAlone() {
  return (
    <Tabs className="min-h-0 flex-1 bg-surface" selectedKey="form">
      <TabList label="Form of the call">
        <Tab id="form" label="Form" />
      </TabList>
      <TabPanel id="form" className="overflow-y-auto">
        <FormTab />
      </TabPanel>
    </Tabs>
  );
}
