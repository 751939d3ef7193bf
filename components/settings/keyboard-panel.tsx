"use client";

import { KEY_MODES, type KeyMode } from "@/components/shell/preferences";
import { SHORTCUT_GROUPS } from "@/components/shell/shortcut-list";
import { useKeyMode } from "@/components/shell/shortcuts-provider";
import { useModKey } from "@/components/shell/use-mod-key";
import { Kbd } from "@/components/ui/kbd";
import { Panel } from "@/components/ui/panel";
import { RadioGroup } from "@/components/ui/radio-group";

const WORDS: Readonly<Record<KeyMode, { readonly label: string; readonly detail: string }>> = {
  off: { label: "Off", detail: "Only combinations with Ctrl, ⌘ or Alt act" },
  reading: { label: "Those that change nothing", detail: "J, K, E, F, D and others" },
  all: { label: "All", detail: "R and B as well, which change the call" },
};
const OPTIONS = KEY_MODES.map((id) => ({ id, ...WORDS[id] }));

/** Which single letters act, and the list of every key. */
export function KeyboardPanel() {
  const { mode, setMode } = useKeyMode();
  const modKey = useModKey();
  return (
    <Panel title="Keyboard" label="Keyboard">
      <RadioGroup label="Single letters" description="They act outside text fields only." options={OPTIONS} value={mode} onChange={setMode} />
      <div className="mt-4 grid gap-x-6 gap-y-4 border-t border-line pt-4 sm:grid-cols-3">
        {SHORTCUT_GROUPS.map(({ title, lines }) => (
          <div key={title}>
            <h3 className="mb-1.5 text-small font-medium text-ink-2">{title}</h3>
            <ul className="flex flex-col gap-1.5">
              {lines.map(({ keys, does }) => (
                <li key={does} className="flex flex-wrap items-center gap-1.5 text-small text-ink-2">
                  {keys.map((row) => (
                    <span key={row.join("+")} className="inline-flex gap-0.5">
                      {row.map((key) => (
                        <Kbd key={key}>{key === "mod" ? modKey : key}</Kbd>
                      ))}
                    </span>
                  ))}
                  <span>{does}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  );
}
