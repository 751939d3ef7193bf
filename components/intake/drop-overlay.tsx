import { Upload } from "lucide-react";

/** Over the whole window while files are dragged over it. */
export function DropOverlay() {
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-40 bg-canvas/85 p-6">
      <div className="flex h-full flex-col items-center justify-center gap-2 rounded-dialog border-2 border-dashed border-focus bg-accent-soft text-accent-text">
        <Upload className="size-7" strokeWidth={1.8} />
        <p className="text-title">Drop to take in</p>
        <p className="text-body">Files and folders. Nothing is sent to Zelto.</p>
      </div>
    </div>
  );
}
