import type { Provider } from "@/lib/core/shapes/shape";

/** A file, or bytes that stand for one. */
export interface GivenBlob {
  readonly name: string;
  readonly blob: Blob;
  readonly provider: Provider | null;
}
