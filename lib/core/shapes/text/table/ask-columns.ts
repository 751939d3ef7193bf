import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { writeColumnMapping, type ColumnMapping } from "./column-mapping";
import { chooseColumns, columnsQuestionId } from "./describe-table";
import { headerWord } from "./header-word";
import type { TableContent } from "./table-text";

/**
 * Which column holds what: told by the names, by a person, or assumed and asked about. It is also asked where the names tell who
 * says what and no column tells the conversations apart although one looks like a number of something.
 */
export function askColumns(content: TableContent, context: ConversionContext): ColumnMapping {
  const { mapping, from } = chooseColumns(content, context.answers);
  if (from === "answer" || (from === "names" && !mayLackConversation(content, mapping))) return mapping;
  const { names, rows } = content;
  const question = {
    id: columnsQuestionId(names),
    kind: "columns" as const,
    prompt: "Which column holds what?",
    why: from === "names" ? "No column's name says that it tells the conversations apart." : "The names of the columns do not say who speaks and what is said.",
    example: names.slice(0, 12).map((name, index) => ({ label: name.slice(0, 80), text: (rows.find((cells) => (cells[index] ?? "").trim() !== "")?.[index] ?? "").slice(0, 200) })),
    choices: [],
    proposed: writeColumnMapping(mapping),
  };
  if (context.ask(question) !== undefined) context.remark({ kind: "doubtful", path: [], sentence: "What was said about the columns does not fit this table, so it was not used." });
  if (from === "content") context.remark({ kind: "guessed", path: ["transcript", "turns", 0, "content"], sentence: `The names of the columns do not tell what they hold; “${mapping.transcript ?? mapping.text ?? ""}” was taken for what was said.` });
  return mapping;
}

function mayLackConversation({ names }: TableContent, mapping: ColumnMapping): boolean {
  if (mapping.conversation !== undefined || mapping.transcript !== undefined) return false;
  const used = new Set<string>([...Object.values(mapping).flat()]);
  return names.some((name) => !used.has(name) && /\b(?:id|ids|key|nr|number|nummer|uuid)\b/.test(headerWord(name)));
}
