import type { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { nearPaths, type NearField } from "@/lib/core/shapes/generic/near-keys";
import { takeNear, type NearValue } from "@/lib/core/shapes/generic/take-near";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import type { MessageList } from "./message-list";

/** Ours: what people attach to stored requests, and what is worth keeping of it. */
const KEPT = ["metadata", "user", "summary", "language", "status"] as const;

interface WrapperOptions {
  readonly list: MessageList | null;
  readonly context: ConversionContext;
}

/**
 * Takes what stands around a list of messages. The model is no agent: it is offered as the version, as a guess. An answer's own
 * id and date are of one request and not of the conversation.
 */
export function takeWrapper(draft: CanonicalDraft, root: JsonNode, { list, context }: WrapperOptions): { readonly startMs: number | null } {
  if (!list?.wrapper) return { startMs: null };
  const isAnswered = member(root, "choices") !== undefined || member(root, "output") !== undefined || member(root, "object") !== undefined;
  const scopes = isAnswered ? [] : [{ node: list.wrapper, path: [] }];
  const values = new Map<NearField, NearValue>();
  for (const [field, path] of Object.entries(nearPaths(scopes)) as [NearField, readonly (string | number)[]][]) { // Object.entries forgets the keys' type.
    const node = nodeAt(root, path);
    if (node) values.set(field, { key: String(path.at(-1)), node });
  }
  const near = takeNear(draft, values);
  takeModel(draft, root, context);
  for (const key of KEPT) draft.keep(key, member(root, key));
  return near;
}

/** The model's name as the version, as a guess. */
function takeModel(draft: CanonicalDraft, root: JsonNode, context: ConversionContext): void {
  putModel(draft, [member(root, "model"), nodeAt(root, ["request", "model"]), nodeAt(root, ["response", "model"])].find((node) => node?.type === "string"), context);
}

/** The same for a model that stands elsewhere; nothing where there is none, or a version already. */
export function putModel(draft: CanonicalDraft, model: JsonNode | undefined, context: ConversionContext): void {
  if (!model || draft.has("version") || !draft.takeText("version", model)) return;
  const value = draft.textOf("version") ?? "";
  context.remark({ kind: "guessed", path: ["version"], value, sentence: "The source names no version, so the model's name was taken." });
}
