"use client";

import { Copy } from "lucide-react";
import { useMemo } from "react";
import { byteLength } from "@/lib/core/text/fingerprint";
import { formatCount } from "@/lib/core/format/count";
import { useShell } from "@/components/shell/shell-status";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useEditor } from "../editor-context";
import { useCopyRequest, useRequestParts } from "./use-copy-request";

/** More than this would make the page slow; the copies and the upload carry all of it. */
const SHOWN_CHARACTERS = 50_000;

/** The exact request that Upload would make now, and the same as code. */
export function RequestTab() {
  const { draft } = useEditor();
  const { status } = useShell();
  const copy = useCopyRequest();
  const parts = useRequestParts();
  const bytes = useMemo(() => byteLength(draft.text), [draft.text]);
  const last4 = status?.target.keyLast4 ?? null;
  const headers: readonly (readonly [string, string])[] = [
    ["Authorization", `Bearer ••••${last4 ?? ""}`],
    ["Content-Type", "application/json"],
    ["X-Zelto-Provider", draft.provider],
  ];
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<Copy aria-hidden className="size-3.5" />} onPress={() => copy("cURL")}>
          Copy as cURL
        </Button>
        <Button size="small" icon={<Copy aria-hidden className="size-3.5" />} onPress={() => copy("fetch")}>
          Copy as fetch
        </Button>
        <Button size="small" icon={<Copy aria-hidden className="size-3.5" />} onPress={() => copy("Python")}>
          Copy as Python
        </Button>
      </div>
      {draft.syntax === null ? null : <Notice tone="blocks">The body is not JSON yet (line {draft.syntax.line}); Zelto would refuse it.</Notice>}
      <section aria-label="Request" className="flex flex-col gap-2">
        <p className="text-code break-all text-ink">POST {parts.url}</p>
        <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-code max-sm:grid-cols-1">
          {headers.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="break-all text-ink">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-small text-ink-3">The key is masked here and is not in this page; copied code reads it from ZELTO_API_KEY.</p>
      </section>
      <section aria-label="Body" className="min-w-0">
        <h3 className="mb-1 text-small font-medium text-ink-2">Body, {formatCount(bytes)} bytes</h3>
        <pre tabIndex={0} aria-label="Body of the request" className="focus-inset max-h-[50vh] overflow-auto rounded-field border border-line bg-sunken p-3 text-code whitespace-pre-wrap text-ink">
          {draft.text.slice(0, SHOWN_CHARACTERS)}
          {draft.text.length > SHOWN_CHARACTERS ? "\n… the rest is left out here, not in the upload" : ""}
        </pre>
      </section>
    </div>
  );
}
