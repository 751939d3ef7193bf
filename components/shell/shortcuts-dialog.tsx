"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { TextLink } from "@/components/ui/text-link";
import { SHORTCUT_GROUPS } from "./shortcut-list";
import type { ShortcutLine } from "./shortcut-list";
import { useKeyMode } from "./shortcuts-provider";
import { useModKey } from "./use-mod-key";

export interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The list of keys. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const { mode } = useKeyMode();
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onOpenChange={onOpenChange} size="medium">
      <div className="gap-x-8 md:columns-2">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group.title} aria-label={group.title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-small text-ink-3">{group.title}</h3>
            <ul>
              {group.lines.map((line) => (
                <Line key={line.does} line={line} isOff={line.isChanging === true && mode !== "all"} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="text-small text-ink-3">
        Single letters act outside text fields. {mode === "off" ? "They are switched off now. " : null}
        <TextLink href="/settings#keyboard">Change this in Settings</TextLink>
      </p>
    </Dialog>
  );
}

function Line({ line, isOff }: { readonly line: ShortcutLine; readonly isOff: boolean }) {
  const mod = useModKey();
  return (
    <li className="flex min-h-7.5 items-center gap-3 border-b border-line text-body text-ink last:border-0">
      <span className="min-w-0 flex-1">
        {line.does}
        {isOff ? <span className="text-small text-ink-3"> (off)</span> : null}
      </span>
      <span className="flex items-center gap-2">
        {line.keys.map((caps) => (
          <span key={caps.join(" ")} className="flex items-center gap-0.5">
            {caps.map((cap) => (
              <Kbd key={cap}>{cap === "mod" ? mod : cap}</Kbd>
            ))}
          </span>
        ))}
      </span>
    </li>
  );
}
