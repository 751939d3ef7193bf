import { firstCharacters } from "@/lib/core/call-ingest/limits";
import { readText } from "@/lib/core/call-ingest/read-number";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { formatPath, type JsonPath } from "@/lib/core/text/json-path";
import { listQuestionId, type ChosenTemplate } from "./choose-template";
import { listItems } from "./list-items";

/** Asks which of the lists holds the conversation; an answer is the list's path as it is written. */
export function askList(root: JsonNode, { template, rivals }: ChosenTemplate, context: ConversionContext): void {
  const lists = [template, ...rivals.filter(({ list }) => formatPath(list) !== formatPath(template.list))];
  context.ask({
    id: listQuestionId(root),
    kind: "list",
    prompt: "Which list holds the conversation?",
    why: "More than one list in the record looks like turns.",
    example: lists.slice(0, 4).flatMap(({ list, text }) => firstWords(root, list, text).map((words) => ({ label: formatPath(list), text: words }))),
    choices: lists.slice(0, 50).map(({ list }) => ({ value: formatPath(list), label: formatPath(list) === "" ? "The record itself" : formatPath(list), detail: `${listItems(root, list)?.items.length ?? 0} items` })),
    proposed: formatPath(template.list),
  });
}

function firstWords(root: JsonNode, list: JsonPath, text: JsonPath): readonly string[] {
  const items = listItems(root, list)?.items ?? [];
  return items
    .slice(0, 20)
    .map((item) => readText(nodeAt(item, text)) ?? "")
    .filter((words) => words.trim() !== "")
    .slice(0, 2)
    .map((words) => firstCharacters(words, 200));
}
