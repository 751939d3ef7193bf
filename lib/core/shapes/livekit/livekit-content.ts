import { memberEither } from "@/lib/core/shapes/build/either-case";
import { member, type JsonNode } from "@/lib/core/text/json-node";

/** Elements by which a text tells the voice how to speak; the words inside stay. Ours, from what speech makers document. */
const SPEECH_TAGS = /<\/?(?:speak|emotion|break|pause|speed|volume|pitch|prosody|emphasis|say-as|spell|phoneme|expression|sound|laugh|sigh|whisper)(?:\s[^<>]*)?\/?>/gi;

/** The leaves that hold a message's words: its bare texts, text parts, and what an audio part is said to say. Pictures hold none. */
export function spokenParts(content: JsonNode | undefined): readonly JsonNode[] {
  if (content?.type !== "array") return content && content.type !== "null" ? [content] : [];
  return content.items.flatMap((part) => {
    if (part.type === "string") return [part];
    const words = memberEither(part, "transcript") ?? member(part, "text");
    return words?.type === "string" ? [words] : [];
  });
}

/** A text without the marks for the voice. */
export function withoutSpeechTags(text: string): string {
  const plain = text.replace(SPEECH_TAGS, "");
  return plain === text ? text : plain.replace(/ {2,}/g, " ").trim();
}
