import { readText } from "@/lib/core/call-ingest/read-number";
import { memberEither } from "@/lib/core/shapes/build/either-case";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import { listAt } from "./list-at";

const OPERATOR_RESULTS = ["extract_results", "text_generation_results", "label_probabilities", "utterance_results", "predicted_label"] as const;

/** What Twilio's Conversational Intelligence gives beside the sentences: the head of a transcript, and what operators made of it. */
export function explainTwilioParts(root: JsonNode): string | null {
  if (listAt(root, "sentences").length > 0) return null;
  const isTranscript = /^GT[0-9a-f]+$/i.test(readText(member(root, "sid")) ?? "");
  if (isTranscript && memberEither(root, "media_start_time") !== undefined) return "It is the head of a Twilio transcript and holds none of its words: fetch the transcript's Sentences";
  const result = listAt(root, "operator_results")[0] ?? root;
  const isOperator = memberEither(result, "operator_type") !== undefined && OPERATOR_RESULTS.some((key) => memberEither(result, key) !== undefined);
  return isOperator ? "These are results of a Twilio operator: they sum up a call and hold none of its words" : null;
}
