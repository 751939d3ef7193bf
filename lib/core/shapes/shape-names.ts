import type { SourceShapeId } from "./shape";

interface ShapeName {
  /** As a list shows it. */
  readonly name: string;
  /** Inside a sentence. */
  readonly article: string;
  /** Who makes it, for counts by maker. */
  readonly maker: string;
}

/** What the shapes are called on screen. */
export const SHAPE_NAMES: Readonly<Record<SourceShapeId, ShapeName>> = {
  canonical: { name: "Zelto call", article: "a canonical call", maker: "Zelto" },
  "vapi-webhook": { name: "Vapi webhook", article: "a Vapi webhook", maker: "Vapi" },
  "retell-webhook": { name: "Retell webhook", article: "a Retell webhook", maker: "Retell" },
  unknown: { name: "Unknown shape", article: "a shape that Intake does not know", maker: "unknown shape" },
  "vapi-call": { name: "Vapi call", article: "a call from Vapi's API", maker: "Vapi" },
  "vapi-chat": { name: "Vapi chat", article: "a chat from Vapi's API", maker: "Vapi" },
  "vapi-messages": { name: "Vapi messages", article: "a list of Vapi messages", maker: "Vapi" },
  "vapi-update": { name: "Vapi conversation so far", article: "a Vapi message sent during a call", maker: "Vapi" },
  "retell-call": { name: "Retell call", article: "a call from Retell's API", maker: "Retell" },
  "retell-chat": { name: "Retell chat", article: "a Retell chat", maker: "Retell" },
  "retell-items": { name: "Retell transcript", article: "a Retell transcript list", maker: "Retell" },
  "livekit-history": { name: "LiveKit history", article: "a LiveKit chat history", maker: "LiveKit" },
  "livekit-report": { name: "LiveKit session report", article: "a LiveKit session report", maker: "LiveKit" },
  "elevenlabs-conversation": { name: "ElevenLabs conversation", article: "an ElevenLabs conversation", maker: "ElevenLabs" },
  "elevenlabs-history": { name: "ElevenLabs test chat", article: "an ElevenLabs test chat", maker: "ElevenLabs" },
  "bland-call": { name: "Bland call", article: "a Bland call", maker: "Bland" },
  "openai-messages": { name: "Chat messages", article: "a list of OpenAI-style messages", maker: "OpenAI messages" },
  "openai-responses": { name: "OpenAI Responses items", article: "a list of OpenAI Responses items", maker: "OpenAI" },
  "openai-realtime": { name: "OpenAI Realtime log", article: "an OpenAI Realtime log", maker: "OpenAI" },
  "anthropic-messages": { name: "Anthropic messages", article: "a list of Anthropic messages", maker: "Anthropic" },
  "intercom-conversation": { name: "Intercom conversation", article: "an Intercom conversation", maker: "Intercom" },
  "twilio-messages": { name: "Twilio messages", article: "a list of Twilio Conversations messages", maker: "Twilio" },
  deepgram: { name: "Deepgram transcript", article: "a Deepgram transcript", maker: "Deepgram" },
  assemblyai: { name: "AssemblyAI transcript", article: "an AssemblyAI transcript", maker: "AssemblyAI" },
  "openai-diarized": { name: "OpenAI diarized transcript", article: "an OpenAI diarized transcript", maker: "OpenAI" },
  "whisper-verbose": { name: "Whisper transcript", article: "a Whisper transcript", maker: "Whisper" },
  "aws-transcribe": { name: "AWS Transcribe job", article: "an AWS Transcribe job", maker: "AWS" },
  "contact-lens": { name: "Contact Lens transcript", article: "an Amazon Connect Contact Lens transcript", maker: "Amazon Connect" },
  "twilio-sentences": { name: "Twilio sentences", article: "a Twilio transcript of sentences", maker: "Twilio" },
  "google-speech": { name: "Google transcript", article: "a Google Speech-to-Text transcript", maker: "Google" },
  "labelled-text": { name: "Labelled text", article: "a text with speaker labels", maker: "text" },
  "plain-text": { name: "Plain text", article: "a text without speaker labels", maker: "text" },
  "csv-turns": { name: "Table, a row a turn", article: "a table with a row per turn", maker: "table" },
  "csv-calls": { name: "Table, a row a call", article: "a table with a row per call", maker: "table" },
  subtitles: { name: "Subtitles", article: "a subtitle file", maker: "subtitles" },
  "whatsapp-chat": { name: "WhatsApp export", article: "a WhatsApp export", maker: "WhatsApp" },
  generic: { name: "Mapped list of turns", article: "a list of turns in a shape of its own", maker: "own shape" },
  "no-call": { name: "No call", article: "something that holds no call", maker: "no call" },
};
