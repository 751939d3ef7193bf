/** The value of the X-Zelto-Provider header (vendor's document "Upload a call"). */
export const PROVIDERS = ["zelto", "vapi", "retell", "livekit"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What a draft's text can be: what Zelto takes, or `unknown` with what it lacks to be canonical. */
export const SHAPE_IDS = ["canonical", "vapi-webhook", "retell-webhook", "unknown"] as const;
export type ShapeId = (typeof SHAPE_IDS)[number];

/**
 * Formats that a source is recognised as. Canonical and native bodies are kept as they are; all others are converted, with a
 * receipt. `no-call` is recognised and holds no call at all (a recording, a room list); `generic` is what the mapper finds.
 */
export const SOURCE_SHAPE_IDS = [
  ...SHAPE_IDS,
  "vapi-call", "vapi-chat", "vapi-messages", "vapi-update",
  "retell-call", "retell-chat", "retell-items",
  "livekit-history", "livekit-report",
  "elevenlabs-conversation", "elevenlabs-history",
  "bland-call",
  "openai-messages", "openai-responses", "openai-realtime", "anthropic-messages",
  "intercom-conversation", "twilio-messages",
  "deepgram", "assemblyai", "openai-diarized", "whisper-verbose", "aws-transcribe", "contact-lens", "twilio-sentences", "google-speech",
  "labelled-text", "plain-text", "csv-turns", "csv-calls", "subtitles", "whatsapp-chat",
  "generic", "no-call",
] as const;
export type SourceShapeId = (typeof SOURCE_SHAPE_IDS)[number];

/** What a record was recognised as, and why. */
export interface Detection {
  readonly shape: ShapeId;
  /** 0 to 1. */
  readonly confidence: number;
  /** Sentences without a full stop, for people: "message.type is end-of-call-report". */
  readonly reasons: readonly string[];
  /** The header a record of this shape is sent under unless a person chooses otherwise. */
  readonly provider: Provider;
  /** Native bodies only: the event named in the body and whether Zelto makes a conversation of it. */
  readonly event?: { readonly name: string; readonly terminal: boolean };
}

/** What a source's record was recognised as, of all shapes. */
export interface SourceDetection extends Omit<Detection, "shape"> {
  readonly shape: SourceShapeId;
  /** Shapes that fit about as well; a person is asked. */
  readonly rivals: readonly SourceShapeId[];
}

export interface ReceiptEntry {
  /** Path in the source, formatted. */
  readonly from: string;
  /** Path in the canonical body, formatted; absent for what was dropped. */
  readonly to?: string;
  readonly kind: "carried" | "changed" | "dropped";
  /** For `changed` and `dropped`: why; for `changed` also what became of it. Values are shortened to 80 characters. */
  readonly reason?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Every leaf of a source, accounted for: carried + changed + dropped = all leaves. */
export interface Receipt {
  readonly entries: readonly ReceiptEntry[];
  readonly carried: number;
  readonly changed: number;
  readonly dropped: number;
}

/** What a list or a header needs to know of a call, read from its text without judging it. */
export interface CallSummary {
  readonly externalId: string | null;
  readonly agentExternalId: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly turnCount: number;
  /** Seconds; from durationSeconds, else from the two instants, else the last turn's end. */
  readonly durationSeconds: number | null;
  readonly startedAt: string | null;
  readonly hasRecording: boolean;
  /** The first words said by user or assistant, at most 120 characters. */
  readonly opening: string | null;
  /** Role and weight of each turn for the ribbon: `a`, `u`, `s`, `t` and a length in characters; at most 400 segments. */
  readonly ribbon: readonly RibbonSegment[];
}

export interface RibbonSegment {
  readonly role: "assistant" | "user" | "system" | "tool";
  readonly weight: number;
}

