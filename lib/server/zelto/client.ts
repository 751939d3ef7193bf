import "server-only";
import type { Conversation } from "@/lib/core/landing/conversation";
import type { Provider } from "@/lib/core/shapes/shape";
import { readAnswer } from "./read-answer";
import type { ReadResult } from "./read-answer";
import type { Exchange, ExchangeRequest, Transport } from "./transport";
import { AgentSchema, BucketSchema, ConversationSchema, PageSchema, TranscriptSchema } from "./wire-schemas";
import type * as z from "zod";

interface ZeltoAgent {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly provider: string | null;
}

export interface ZeltoBucket {
  readonly id: string;
  readonly agentId: string | null;
  readonly name: string;
  /** ISO 8601 as received. */
  readonly createdAt: string | null;
}

export interface ZeltoTranscript {
  /** Not documented; compared by core, never rendered as markup. */
  readonly content: unknown;
  readonly systemPrompt: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  /** 1 to 200 (reference of the list operations). */
  readonly limit: number;
  readonly cursor?: string | null;
}

/** The operations of Zelto that Intake uses. Nothing here repeats a request, and nothing throws for what Zelto answers. */
export interface ZeltoClient {
  /** The request that `uploadCall` would make, masked, to be written down before it is made. */
  describeUpload(provider: Provider): { readonly method: string; readonly url: string; readonly headers: readonly (readonly [string, string])[] };
  uploadCall(body: Uint8Array, provider: Provider): Promise<Exchange>;
  addConversationToBucket(bucketId: string, conversationId: string): Promise<Exchange>;
  listAgents(page: PageRequest): Promise<ReadResult<Page<ZeltoAgent>>>;
  listBuckets(page: PageRequest): Promise<ReadResult<Page<ZeltoBucket>>>;
  createBucket(input: { readonly agentId: string; readonly name: string }): Promise<ReadResult<ZeltoBucket>>;
  getBucket(bucketId: string): Promise<ReadResult<ZeltoBucket>>;
  listBucketConversations(bucketId: string, page: PageRequest): Promise<ReadResult<Page<Conversation>>>;
  /** `referenceId` is a filter Zelto may not know; what comes back is matched again on our side. */
  listConversations(page: PageRequest & { readonly referenceId?: string }): Promise<ReadResult<Page<Conversation>>>;
  getConversation(conversationId: string): Promise<ReadResult<Conversation>>;
  getTranscript(conversationId: string): Promise<ReadResult<ZeltoTranscript>>;
}

const JSON_TYPE: readonly [string, string] = ["content-type", "application/json"];

/** Zelto's operations over a transport. */
export function openZeltoClient(transport: Transport): ZeltoClient {
  const get = (path: string): Promise<Exchange> => transport.exchange({ method: "GET", path });
  const post = (path: string, body: unknown): Promise<Exchange> =>
    transport.exchange({ method: "POST", path, headers: [JSON_TYPE], body: new TextEncoder().encode(JSON.stringify(body)) });
  const uploadRequest = (provider: Provider): ExchangeRequest => ({ method: "POST", path: "/webhooks/calls", headers: [JSON_TYPE, ["x-zelto-provider", provider]] });
  return {
    describeUpload: (provider) => ({ method: "POST", ...transport.describe(uploadRequest(provider)) }),
    uploadCall: (body, provider) => transport.exchange({ ...uploadRequest(provider), body: Uint8Array.from(body) }),
    addConversationToBucket: (bucketId, conversationId) => post(`/v1/buckets/${segment(bucketId)}/conversations`, { conversationId }),
    listAgents: async (page) => readPage(await get(`/v1/agents${query(page)}`), AgentSchema, toAgent),
    listBuckets: async (page) => readPage(await get(`/v1/buckets${query(page)}`), BucketSchema, toBucket),
    createBucket: async (input) => readAnswer(await post("/v1/buckets", input), BucketSchema, toBucket),
    getBucket: async (bucketId) => readAnswer(await get(`/v1/buckets/${segment(bucketId)}`), BucketSchema, toBucket),
    listBucketConversations: async (bucketId, page) =>
      readPage(await get(`/v1/buckets/${segment(bucketId)}/conversations${query(page)}`), ConversationSchema, toConversation),
    listConversations: async (page) => readPage(await get(`/v1/conversations${query(page)}`), ConversationSchema, toConversation),
    getConversation: async (conversationId) => readAnswer(await get(`/v1/conversations/${segment(conversationId)}`), ConversationSchema, toConversation),
    getTranscript: async (conversationId) => readAnswer(await get(`/v1/conversations/${segment(conversationId)}/transcript`), TranscriptSchema, toTranscript),
  };
}

/** One path segment. Encoding leaves dots alone, and "." or ".." would climb to another operation, so they become a name that cannot exist. */
function segment(id: string): string {
  return /^\.{0,2}$/.test(id) ? "-" : encodeURIComponent(id);
}

function query(page: PageRequest & { readonly referenceId?: string }): string {
  const parameters = new URLSearchParams({ limit: String(page.limit) });
  if (page.cursor) parameters.set("cursor", page.cursor);
  if (page.referenceId !== undefined) parameters.set("referenceId", page.referenceId);
  return `?${parameters.toString()}`;
}

function readPage<Schema extends z.ZodType, Item>(exchange: Exchange, schema: Schema, map: (wire: z.output<Schema>) => Item): ReadResult<Page<Item>> {
  return readAnswer(exchange, PageSchema, ({ data, nextCursor }) => ({
    items: data.flatMap((entry) => {
      const wire = schema.safeParse(entry);
      return wire.success ? [map(wire.data)] : [];
    }),
    nextCursor: nextCursor ?? null,
  }));
}

function toAgent(wire: z.output<typeof AgentSchema>): ZeltoAgent {
  return { id: wire.id, externalId: wire.externalId ?? null, name: wire.name ?? wire.externalId ?? wire.id, provider: wire.provider ?? null };
}

function toBucket(wire: z.output<typeof BucketSchema>): ZeltoBucket {
  return { id: wire.id, agentId: wire.agentId ?? null, name: wire.name ?? wire.id, createdAt: wire.createdAt ?? null };
}

function toConversation(wire: z.output<typeof ConversationSchema>): Conversation {
  const { id, agentId } = wire;
  const rest = { referenceId: wire.referenceId ?? null, source: wire.source ?? null, createdAt: wire.createdAt ?? null, updatedAt: wire.updatedAt ?? null };
  return { id, agentId, name: wire.name ?? "", ...rest };
}

function toTranscript(wire: z.output<typeof TranscriptSchema>): ZeltoTranscript {
  return { content: wire.content, systemPrompt: wire.systemPrompt ?? null };
}
