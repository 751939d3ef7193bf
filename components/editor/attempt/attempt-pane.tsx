"use client";

import { X } from "lucide-react";
import { formatCount } from "@/lib/core/format/count";
import { useAttempt } from "@/lib/queries/activity";
import type { AttemptDetail } from "@/lib/contracts/activity";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { curlCode } from "../request/request-code";

export interface AttemptPaneProps {
  readonly attemptId: string;
  readonly onClose: () => void;
}

/** More than this would make the page slow; what is left out is counted. */
const SHOWN_CHARACTERS = 50_000;

/** One exchange with Zelto as it was: what left, and what came back. */
export function AttemptPane({ attemptId, onClose }: AttemptPaneProps) {
  const query = useAttempt(attemptId);
  return (
    <section aria-label="Attempt" className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-9 shrink-0 items-center gap-3 border-b border-line px-4">
        <h2 className="min-w-0 flex-1 text-body font-semibold">{query.data === undefined ? "Attempt" : `Attempt ${query.data.summary.number}`}</h2>
        {query.data === undefined ? null : <CopyButton label="Copy as cURL" text={curlOf(query.data)} />}
        <IconButton size="small" label="Close the attempt" icon={<X aria-hidden className="size-4" />} onPress={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {query.data !== undefined ? <Exchange attempt={query.data} /> : query.error === null ? <SkeletonRows rows={6} label="Reading the attempt" className="p-4" /> : <Notice tone="blocks" className="m-4">{query.error.message}</Notice>}
      </div>
    </section>
  );
}

/** The exchange as a command; the key is read from the variable, as in all copies. */
function curlOf({ request }: AttemptDetail): string {
  const provider = request.headers.find(([name]) => name.toLowerCase() === "x-zelto-provider")?.[1] ?? "zelto";
  return curlCode({ url: request.url, provider, body: request.body });
}

function Exchange({ attempt }: { readonly attempt: AttemptDetail }) {
  const { request, response, summary } = attempt;
  return (
    <>
      <Part title="Request" note={`${formatCount(request.bodyBytes)} bytes`} line={`${request.method} ${request.url}`} headers={request.headers} body={request.body} />
      {response === null ? (
        <Notice className="m-4">{summary.sentence}</Notice>
      ) : (
        <>
          <Part title={`Response ${response.status}`} note={`${Math.round(response.durationMs)} ms`} line="" headers={response.headers} body={response.body + (response.truncated ? "\n… cut here, the answer was longer" : "")} />
          <Notice className="m-4">{summary.sentence}</Notice>
        </>
      )}
      <p className="px-4 pb-4 text-small text-ink-3">
        Request id <span className="text-code">{attempt.requestId}</span>, body SHA-256 <span className="text-code break-all">{request.bodySha256}</span>
      </p>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly note: string;
  readonly line: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

function Part({ title, note, line, headers, body }: PartProps) {
  return (
    <section aria-label={title} className="border-b border-line">
      <h3 className="flex min-h-9 items-center gap-3 border-b border-line bg-sunken px-4 text-body font-semibold">
        {title} <span className="ml-auto text-small font-normal text-ink-3">{note}</span>
      </h3>
      {line === "" ? null : <p className="px-4 pt-3 text-code break-all text-ink">{line}</p>}
      <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-3 text-code max-sm:grid-cols-1">
        {headers.map(([name, value], index) => (
          <div key={`${name} ${index}`} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-all text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      {body === "" ? null : (
        <pre tabIndex={0} aria-label={`${title} body`} className="focus-inset max-h-96 overflow-auto border-t border-line px-4 py-3 text-code whitespace-pre-wrap text-ink">
          {body.slice(0, SHOWN_CHARACTERS)}
          {body.length > SHOWN_CHARACTERS ? `\n… ${formatCount(body.length - SHOWN_CHARACTERS)} more characters are left out here` : ""}
        </pre>
      )}
    </section>
  );
}
