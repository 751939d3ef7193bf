import { answerTo, type Answers } from "@/lib/core/shapes/answers";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { formatPath } from "@/lib/core/text/json-path";
import { findLists, type FoundList } from "./find-lists";
import { listItems } from "./list-items";
import { nearPaths } from "./near-keys";
import { nearScopes } from "./near-scopes";
import { structureFingerprint } from "./structure-fingerprint";
import { isTemplateAnswer, readTemplate, templateAnswerId, type Template } from "./template";

/** How a record's turns are to be read, and who says so. */
export interface ChosenTemplate {
  readonly template: Template;
  /** A person pointed it out, for this structure or one that it fits as well. */
  readonly isTaught: boolean;
  /** Other lists that fit nearly as well. */
  readonly rivals: readonly FoundList[];
}

/** Ours: a taught template serves a record of another structure where so many items have words at its place. */
const FIT = 0.8;
/** Ours: a list with less than half of the first one's weight is no serious rival. */
const RIVAL = 0.5;

/** The template that a person taught for records of this very structure; null where nobody did. */
export function ownTemplate(root: JsonNode, answers: Answers): Template | null {
  if (!Object.keys(answers).some(isTemplateAnswer)) return null;
  const taught = readTemplate(answerTo(answers, templateAnswerId(structureFingerprint(root))) ?? "");
  return taught.ok ? taught.value : null;
}

/** The same, else one that was taught for another structure and fits all the same: an optional key more or less is another structure. */
export function taughtTemplate(root: JsonNode, answers: Answers): Template | null {
  const own = ownTemplate(root, answers);
  if (own) return own;
  for (const id of Object.keys(answers).filter(isTemplateAnswer).sort()) {
    const other = readTemplate(answerTo(answers, id) ?? "");
    if (other.ok && fits(root, other.value)) return other.value;
  }
  return null;
}

function fits(root: JsonNode, template: Template): boolean {
  const items = listItems(root, template.list)?.items ?? [];
  const kinds = new Set(["string", "number", "true", "false"]);
  const isFilled = (item: JsonNode, path: Template["text"]): boolean => kinds.has(nodeAt(item, path)?.type ?? "");
  const filled = items.filter((item) => isFilled(item, template.text) && isFilled(item, template.role));
  return items.length > 0 && filled.length >= items.length * FIT;
}

/** The question's id in which a person chooses the list: the same for all records of one structure. */
export function listQuestionId(root: JsonNode): string {
  return `list:${structureFingerprint(root)}`;
}

/** What a person taught, else the list that a person chose, else the likeliest list; null where there is no list of turns. */
export function chooseTemplate(root: JsonNode, answers: Answers): ChosenTemplate | null {
  const taught = taughtTemplate(root, answers);
  if (taught) return { template: taught, isTaught: true, rivals: [] };
  const lists = findLists(root);
  const [best] = lists;
  if (!best) return null;
  const rivals = lists.slice(1).filter(({ weight }) => weight >= best.weight * RIVAL);
  const said = rivals.length === 0 ? undefined : answerTo(answers, listQuestionId(root));
  const chosen = lists.find(({ list }) => formatPath(list) === said) ?? best;
  return { template: proposeTemplate(root, chosen), isTaught: false, rivals };
}

/** A template for a list that was found, with the fields of the call that stand near it. */
export function proposeTemplate(root: JsonNode, { list, role, text, start, end }: FoundList): Template {
  return { list, role, text, ...(start ? { start } : {}), ...(end ? { end } : {}), ...nearPaths(nearScopes(root, list)) };
}
