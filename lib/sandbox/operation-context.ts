import type { SandboxDials } from "./dials";
import type { SandboxStore } from "./store";

/** What an operation may use: the request with its parts read, the store, and the instant (ms) at which it is served. */
export interface OperationContext {
  readonly store: SandboxStore;
  readonly dials: SandboxDials;
  readonly request: Request;
  readonly requestId: number;
  readonly body: Uint8Array;
  readonly query: URLSearchParams;
  readonly now: number;
}
