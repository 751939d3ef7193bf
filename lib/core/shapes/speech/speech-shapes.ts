import { noCallModule } from "@/lib/core/shapes/build/no-call";
import type { ShapeModule } from "@/lib/core/shapes/source/shape-module";
import { ASSEMBLYAI } from "./assemblyai";
import { AWS_TRANSCRIBE } from "./aws-transcribe";
import { CONTACT_LENS } from "./contact-lens";
import { DEEPGRAM } from "./deepgram";
import { GOOGLE_SPEECH } from "./google-speech";
import { TWILIO_SENTENCES } from "./twilio-sentences";
import { explainTwilioParts } from "./twilio-parts";
import { OPENAI_DIARIZED, WHISPER_VERBOSE } from "./whisper-segments";

/** Shapes of this family that are converted; on a tie the earlier one wins. */
export const SPEECH_SHAPES: readonly ShapeModule[] = [
  DEEPGRAM, ASSEMBLYAI, OPENAI_DIARIZED, WHISPER_VERBOSE, AWS_TRANSCRIBE, CONTACT_LENS, TWILIO_SENTENCES, GOOGLE_SPEECH, noCallModule(explainTwilioParts),
];
