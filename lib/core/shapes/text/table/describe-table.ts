import { sha256Hex, utf8 } from "@/lib/core/text/fingerprint";
import { answerTo, type Answers } from "@/lib/core/shapes/answers";
import { COLUMN_FIELDS, readColumnMapping, tableKind, type ColumnField, type ColumnMapping } from "./column-mapping";
import { guessColumns } from "./guess-columns";
import { headerWord } from "./header-word";
import { contentOf, readTable, type TableContent } from "./table-text";

/** The question's id: the same for all tables with the same columns, whatever their order, case and marks. */
export function columnsQuestionId(names: readonly string[]): string {
  const words = [...new Set(names.map(headerWord))].sort();
  return `columns:${sha256Hex(utf8(words.join("\n").toWellFormed())).slice(0, 16)}`;
}

export interface ChosenColumns {
  readonly mapping: ColumnMapping;
  /** `answer`: a person said it; `names`: the columns' names say it; `content`: it was made out of what stands in them. */
  readonly from: "answer" | "names" | "content";
}

/** Which column holds what: what a person has said counts before what the names say. An answer that does not fit counts as none. */
export function chooseColumns(table: TableContent, answers: Answers): ChosenColumns {
  const answer = answerTo(answers, columnsQuestionId(table.names));
  const said = answer === undefined ? null : readColumnMapping(answer, table.names);
  if (said?.ok) return { mapping: said.value, from: "answer" };
  const { mapping, isSure } = guessColumns(table);
  return { mapping, from: isSure ? "names" : "content" };
}

/** What a screen needs to let a person say which column holds what. */
export interface TableDescription {
  readonly questionId: string;
  readonly kind: "csv-turns" | "csv-calls";
  readonly delimiter: string;
  /** Names of the columns as a mapping has them. */
  readonly columns: readonly string[];
  /** The first five rows, a text a column; at most 200 characters each. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly mappingFrom: ChosenColumns["from"];
  readonly mapped: readonly ColumnField[];
}

const SAMPLE_ROWS = 5;
/** Ours: enough rows to tell what the columns hold. */
const READ_ROWS = 50;

/** Describes a text as a table; null where it is none. Cheap: reads the first rows only. */
export function describeTable(text: string, answers: Answers): TableDescription | null {
  const table = readTable(text, { maxRows: READ_ROWS });
  if (!table) return null;
  const content = contentOf(table);
  const { mapping, from } = chooseColumns(content, answers);
  return {
    questionId: columnsQuestionId(table.names),
    kind: tableKind(mapping),
    delimiter: table.delimiter,
    columns: table.names,
    sample: content.rows.slice(0, SAMPLE_ROWS).map((cells) => table.names.map((_, index) => (cells[index] ?? "").slice(0, 200))),
    mapping,
    mappingFrom: from,
    mapped: COLUMN_FIELDS.filter((field) => mapping[field] !== undefined),
  };
}
