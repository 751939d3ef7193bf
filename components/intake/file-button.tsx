"use client";

import { useRef } from "react";
import type { ChangeEvent } from "react";
import { Button } from "@/components/ui/button";

export interface FileButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's window for files. */
export function FileButton({ label, isDisabled, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // Cleared, so that choosing the same file again is heard.
    target.value = "";
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <input ref={input} type="file" multiple tabIndex={-1} aria-hidden className="hidden" onChange={take} />
      <Button isDisabled={isDisabled} onPress={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
