"use client";

import type { SandboxRequest } from "@/lib/contracts/sandbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time-text";
import { describeOutcome, describeStatus } from "./request-words";

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="w-28 shrink-0 text-ink-3">{name}</dt>
      <dd className="min-w-0 flex-1 break-words text-ink">{children}</dd>
    </div>
  );
}

/** One request as it arrived, and its answer. */
export function RequestDetail({ request }: { readonly request: SandboxRequest }) {
  return (
    <Panel title={`${request.method} ${request.path}`} label="Request" actions={<CopyButton text={request.body} label="Copy body" />} flush>
      <dl className="flex flex-col gap-1 border-b border-line px-4 py-3 text-small">
        <Fact name="Arrived">
          <TimeText at={request.at} show="full" />
        </Fact>
        <Fact name="Answer">
          {describeStatus(request.status)}
          {request.durationMs === null ? "" : ` in ${Math.round(request.durationMs)} ms`}
        </Fact>
        <Fact name="Key">{request.authorised ? "right" : "missing or wrong"}</Fact>
        {request.query === "" ? null : <Fact name="Query">{request.query}</Fact>}
        {request.provider === null ? null : <Fact name="X-Zelto-Provider">{request.provider}</Fact>}
        {request.outcome === null ? null : <Fact name="Outcome">{describeOutcome(request.outcome)}</Fact>}
        {request.conversationId === null ? null : <Fact name="Conversation">{request.conversationId}</Fact>}
        {request.sha256 === null ? null : <Fact name="SHA-256">{request.sha256}</Fact>}
      </dl>
      {request.bodyBytes === 0 ? null : <Body title={`Body, ${request.bodyBytes} bytes${request.isBodyCut ? ", cut here" : ""}`} text={request.body} />}
      {request.answer === null || request.answer === "" ? null : <Body title="Answer" text={request.answer} />}
    </Panel>
  );
}

function Body({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="border-b border-line last:border-b-0">
      <h3 className="px-4 pt-3 text-small font-medium text-ink-2">{title}</h3>
      <pre tabIndex={0} aria-label={title} className="focus-inset max-h-96 overflow-auto px-4 pt-1 pb-3 text-code break-words whitespace-pre-wrap text-ink">
        {text}
      </pre>
    </div>
  );
}
