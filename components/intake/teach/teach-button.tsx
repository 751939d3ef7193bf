"use client";

import { Pointer } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Answers } from "@/lib/core/shapes/answers";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const TeachBody = lazy(() => import("./teach-body").then((loaded) => ({ default: loaded.TeachBody })));

export interface TeachButtonProps {
  /** The record to point at. */
  readonly text: string;
  readonly given: Answers;
  readonly onTaught: (answerId: string, template: string) => void;
}

/** Opens the window in which a person points out the turns of a record that Intake does not know. */
export function TeachButton({ text, given, onTaught }: TeachButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)} icon={<Pointer aria-hidden className="size-3.5" strokeWidth={2.2} />}>
        Point out the turns
      </Button>
      {isOpen ? (
        <Dialog title="Where are the turns?" isOpen onOpenChange={setOpen} size="large">
          <Suspense fallback={<p className="text-body text-ink-3">Reading the record…</p>}>
            <TeachBody
              text={text}
              given={given}
              onTaught={(answerId, template) => {
                setOpen(false);
                onTaught(answerId, template);
              }}
            />
          </Suspense>
        </Dialog>
      ) : null}
    </>
  );
}
