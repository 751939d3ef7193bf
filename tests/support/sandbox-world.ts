import type { SandboxDials } from "@/lib/sandbox/dials";
import { serveSandbox } from "./serve-sandbox";
import type { ServedSandbox } from "./serve-sandbox";
import { callZelto } from "./zelto-caller";
import type { ZeltoAnswer, ZeltoCallOptions, ZeltoCaller } from "./zelto-caller";
import { loadZeltoFacts } from "./zelto-facts";

/** 2025-03-04T10:00:00.000Z */
export const START_MS = 1_741_082_400_000;

export interface ConversationSeen {
  readonly id: string;
  readonly agentId: string;
  readonly name: string;
  readonly source: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly referenceId: string;
  readonly endedReason: string | null;
  readonly cost: string | null;
}

export interface AgentSeen {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly provider: string | null;
}

export interface TranscriptSeen {
  readonly content: readonly { readonly role: string; readonly content: string; readonly startSeconds?: number; readonly endSeconds?: number }[] | null;
  readonly recordingUrl: string | null;
  readonly durationSeconds: number | null;
  readonly systemPrompt: string | null;
}

/** A served sandbox with a clock that stands still until it is moved; `call` holds every answer against the vendor's schemas. */
export interface SandboxWorld extends ZeltoCaller {
  readonly served: ServedSandbox;
  advance(milliseconds: number): void;
  upload(body: unknown, options?: ZeltoCallOptions): Promise<ZeltoAnswer>;
  /** All conversations, newest first, up to one page of 200. */
  conversations(query?: string): Promise<readonly ConversationSeen[]>;
  agents(): Promise<readonly AgentSeen[]>;
  transcript(conversationId: string): Promise<TranscriptSeen>;
}

export async function openWorld(options: { readonly dials?: Partial<SandboxDials>; readonly folder?: string; readonly startMs?: number } = {}): Promise<SandboxWorld> {
  let clockMs = options.startMs ?? START_MS;
  const { dials, folder } = options;
  const served = await serveSandbox({ now: () => clockMs, ...(dials === undefined ? {} : { dials }), ...(folder === undefined ? {} : { folder }) });
  const zelto = callZelto({ baseUrl: served.origin, apiKey: served.apiKey }, loadZeltoFacts({ closed: true }));
  // The casts below hold because `call` has held the body against the vendor's schema.
  const page = async (operation: string, path: string): Promise<unknown> => ((await zelto.call(operation, path)).json as { data: unknown }).data;
  return {
    ...zelto,
    served,
    advance: (milliseconds) => void (clockMs += milliseconds),
    upload: (body, more = {}) => zelto.call("uploadCall", "/webhooks/calls", { body, ...more }),
    conversations: async (query = "") => (await page("listConversations", `/v1/conversations?limit=200${query}`)) as ConversationSeen[],
    agents: async () => (await page("listAgents", "/v1/agents?limit=200")) as AgentSeen[],
    transcript: async (id) => (await zelto.call("getConversationTranscript", `/v1/conversations/${id}/transcript`)).json as TranscriptSeen,
  };
}
