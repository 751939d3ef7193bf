import { CodeText } from "@/components/ui/code-text";
import { Panel } from "@/components/ui/panel";

const STEP = "grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2 text-body text-ink-2";

/** How to get a key and where to put it. It is never typed into a page: a page is what a browser can leak. */
export function KeyPanel({ isSandbox }: { readonly isSandbox: boolean }) {
  return (
    <Panel title={isSandbox ? "Going live" : "The API key"} label="API key">
      <ol className="flex flex-col gap-2">
        <li className={STEP}>
          <span className="text-ink-3">1</span>
          <span>In Zelto open Settings, Integrations, API Call Upload, and choose Create API key. It is shown once; Zelto keeps only a hash.</span>
        </li>
        <li className={STEP}>
          <span className="text-ink-3">2</span>
          <span>
            On the machine that runs Intake put it into the file <CodeText>.env</CodeText> beside <CodeText>package.json</CodeText>, or into the environment: <CodeText copyLabel="Copy the setting">ZELTO_API_KEY=…</CodeText>
          </span>
        </li>
        <li className={STEP}>
          <span className="text-ink-3">3</span>
          <span>Start Intake again. The badge at the top right says Live, with the host and the key’s last four characters.</span>
        </li>
      </ol>
      <p className="mt-3 text-small text-ink-3">
        There is no field for it here: the key stays in the server’s memory and goes to one address only. Another key is another target; what waited for the old one is held until you decide.
      </p>
    </Panel>
  );
}
