"use client";

import { FileUp, Folder, Upload } from "lucide-react";
import { useRef } from "react";
import type { ChangeEvent } from "react";
import { Button } from "@/components/ui/button";

export interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly isDisabled: boolean;
}

/** Files and folders, by buttons; dropping works on the whole page. */
export function DropZone({ onFiles, isDisabled }: DropZoneProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    // Emptied, so that choosing the same file again is an event again.
    event.target.value = "";
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <div className="flex flex-col items-center justify-center gap-1 rounded-field border border-dashed border-control bg-sunken p-4 text-center">
      <Upload aria-hidden className="mb-1.5 size-5.5 text-ink-2 max-md:hidden" strokeWidth={1.8} />
      <p className="text-body font-semibold max-md:hidden">Drop files or a folder</p>
      <p className="mb-2 text-small text-ink-2 max-md:hidden">anywhere on this page</p>
      <input ref={files} type="file" multiple tabIndex={-1} aria-hidden className="hidden" onChange={take} />
      <input
        ref={(element) => {
          folder.current = element;
          if (element !== null) element.webkitdirectory = true;
        }}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        className="hidden"
        onChange={take}
      />
      <div className="flex w-full max-w-40 flex-col gap-1.5">
        <Button variant="primary" isDisabled={isDisabled} onPress={() => files.current?.click()} icon={<FileUp aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Choose files
        </Button>
        <Button isDisabled={isDisabled} onPress={() => folder.current?.click()} icon={<Folder aria-hidden className="size-3.5" strokeWidth={2.2} />}>
          Choose a folder
        </Button>
      </div>
    </div>
  );
}
