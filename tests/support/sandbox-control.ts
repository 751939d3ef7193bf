/** Sets the sandbox's dials and reads what it received, through the same routes as the Sandbox page. */
export interface SandboxControl {
  setDials(patch: Readonly<Record<string, unknown>>): Promise<void>;
  reset(): Promise<void>;
  requests(): Promise<readonly SandboxRequest[]>;
  request(id: string | number): Promise<SandboxRequest & { readonly body: string | null }>;
}

export interface SandboxRequest {
  readonly id: number | string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly provider: string | null;
  readonly sha256: string | null;
  readonly bodyBytes: number;
  /** Of an upload that has landed. */
  readonly conversationId: string | null;
}

export function sandboxControl(origin: string): SandboxControl {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${origin}/api/sandbox/control/${path}`, {
      method,
      headers: { origin, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sandbox's control answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    setDials: async (patch) => {
      await call("PATCH", "dials", patch);
    },
    reset: async () => {
      await call("POST", "reset", {});
    },
    requests: async () => ((await call("GET", "requests")) as { requests: SandboxRequest[] }).requests,
    request: async (id) => (await call("GET", `requests/${id}`)) as SandboxRequest & { body: string | null },
  };
}
