import { insertAgent } from "./agents";
import { insertBucket } from "./buckets";
import type { Agent, Bucket } from "./documents";
import { CountSchema } from "./store";
import type { SandboxStore } from "./store";

const SEEDED_AT = "2025-01-06T09:00:00.000Z";

const agent = (id: string, name: string, fields: Pick<Agent, "description" | "externalId" | "provider">): Agent => ({
  id,
  name,
  ...fields,
  createdAt: SEEDED_AT,
  updatedAt: SEEDED_AT,
});

const bucket = (id: string, agentId: string, name: string): Bucket => ({
  id,
  agentId,
  name,
  type: "static",
  filters: null,
  createdAt: SEEDED_AT,
  updatedAt: SEEDED_AT,
});

/** The agents that a fresh sandbox knows: two from uploads, one from a native integration, one made by hand without an external id. */
export const SEED_AGENTS = {
  bookingBot: agent("6f1d0a52-8c3e-4b7a-9e01-2a5c7d90b101", "Booking bot", {
    description: "Takes and moves appointments on the phone.",
    externalId: "booking-bot",
    provider: "",
  }),
  supportChat: agent("6f1d0a52-8c3e-4b7a-9e01-2a5c7d90b102", "Support chat", {
    description: "Answers order questions on the web page.",
    externalId: "support-chat",
    provider: "",
  }),
  clinicReceptionist: agent("6f1d0a52-8c3e-4b7a-9e01-2a5c7d90b103", "Clinic receptionist", {
    description: null,
    externalId: "0b9c7a44-52f1-4d0e-8a63-f7b1c2d3e4f5",
    provider: "vapi",
  }),
  returnsDesk: agent("6f1d0a52-8c3e-4b7a-9e01-2a5c7d90b104", "Returns desk", { description: null, externalId: null, provider: null }),
} as const;

/** The buckets that a fresh sandbox knows, all empty. */
export const SEED_BUCKETS = {
  bookingReview: bucket("c4e8b730-1f6d-4a29-b5d2-90e3f1a7c201", SEED_AGENTS.bookingBot.id, "To review"),
  bookingCancellations: bucket("c4e8b730-1f6d-4a29-b5d2-90e3f1a7c202", SEED_AGENTS.bookingBot.id, "Cancellations"),
  supportRefunds: bucket("c4e8b730-1f6d-4a29-b5d2-90e3f1a7c203", SEED_AGENTS.supportChat.id, "Refund requests"),
  supportEscalations: bucket("c4e8b730-1f6d-4a29-b5d2-90e3f1a7c204", SEED_AGENTS.supportChat.id, "Escalations"),
  clinicAfterHours: bucket("c4e8b730-1f6d-4a29-b5d2-90e3f1a7c205", SEED_AGENTS.clinicReceptionist.id, "After hours"),
} as const;

/** Fills an empty store. Does nothing to one that holds agents already. No conversations: empty lists teach. */
export function seed(store: SandboxStore): void {
  store.transact(() => {
    if ((store.first(CountSchema, "select count(*) as count from agents")?.count ?? 0) > 0) return;
    for (const document of Object.values(SEED_AGENTS)) insertAgent(store, document);
    for (const document of Object.values(SEED_BUCKETS)) insertBucket(store, document);
  });
}
