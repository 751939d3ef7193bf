import type { Provider, ShapeId } from "@/lib/core/shapes/shape";

export interface Sample {
  readonly id: string;
  /** Name of the file under `/samples/`. */
  readonly file: string;
  readonly title: string;
  readonly detail: string;
  /** The header it is sent under. */
  readonly provider: Provider;
  /** What it is recognised as; null for the sample that is not JSON, on purpose. */
  readonly shape: ShapeId | null;
}

/** The samples of the intake page; all their calls have ids that begin with `demo-`. */
export const SAMPLES: readonly Sample[] = [
  { id: "voice-call", file: "voice-call.json", title: "Voice call", detail: "A dental booking by phone: 16 turns with times, one tool turn, metadata", provider: "zelto", shape: "canonical" },
  { id: "web-chat", file: "web-chat.json", title: "Web chat", detail: "Support in Spanish: a parcel that did not arrive; no times, no recording", provider: "zelto", shape: "canonical" },
  { id: "whatsapp-chat", file: "whatsapp-chat.json", title: "WhatsApp chat", detail: "A table for six is moved to Saturday; the channel stands in metadata", provider: "zelto", shape: "canonical" },
  { id: "vapi-end-of-call-report", file: "vapi-end-of-call-report.json", title: "Vapi end-of-call-report", detail: "A native webhook body, sent unchanged under its own header", provider: "vapi", shape: "vapi-webhook" },
  { id: "retell-call-analyzed", file: "retell-call-analyzed.json", title: "Retell call_analyzed", detail: "A native webhook body with words, tool calls and a cost in cents", provider: "retell", shape: "retell-webhook" },
  { id: "livekit-session", file: "livekit-session.json", title: "LiveKit session", detail: "The canonical body under the livekit header", provider: "livekit", shape: "canonical" },
  { id: "broken", file: "broken.json", title: "Broken on purpose", detail: "A trailing comma, single quotes and a Python word: see how Intake names the place", provider: "zelto", shape: null },
];
