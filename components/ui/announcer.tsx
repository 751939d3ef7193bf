"use client";

import { createContext, use, useCallback, useState } from "react";
import type { ReactNode } from "react";

/** Says a sentence to those who listen. `now` interrupts; use it for failures only. */
export type Announce = (sentence: string, urgency?: "polite" | "now") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

interface Spoken {
  readonly sentence: string;
  readonly turn: number;
}

const SILENT: Spoken = { sentence: "", turn: 0 };

/** Holds the two live regions of the page; once, in the frame. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState(SILENT);
  const [urgent, setUrgent] = useState(SILENT);
  const announce = useCallback<Announce>((sentence, urgency = "polite") => {
    const speak = urgency === "now" ? setUrgent : setPolite;
    speak((last) => ({ sentence, turn: last.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only">
        <div aria-live="polite">{spokenText(polite)}</div>
        <div aria-live="assertive">{spokenText(urgent)}</div>
      </div>
    </AnnounceContext>
  );
}

/** The announcer of the page. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}

/** The same sentence twice in a row has to differ as text, or it is not read again. */
function spokenText({ sentence, turn }: Spoken): string {
  return turn % 2 === 0 ? sentence : `${sentence}\u00a0`;
}
