import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readColumnMapping, writeColumnMapping } from "@/lib/core/shapes/text/table/column-mapping";
import { columnsQuestionId, describeTable } from "@/lib/core/shapes/text/table/describe-table";
import { readCsv } from "@/lib/core/shapes/text/table/read-csv";
import { spoiledBy } from "@/lib/core/shapes/text/table/spoiled-cells";
import { CSV_CALLS, CSV_TURNS } from "@/lib/core/shapes/text/table/table-shapes";
import { readTable } from "@/lib/core/shapes/text/table/table-text";
import { askedIn, callIn, remarksIn, saidIn } from "./said-in";

const cellsOf = (text: string, delimiter = ","): readonly (readonly string[])[] => readCsv(text, { delimiter }).rows.map(({ cells }) => cells.map(({ value }) => value));

describe("reading cells", () => {
  it.each([
    ["plain cells", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]],
    ["quotes, doubled quotes and delimiters inside them", '"a,b","say ""hi"""\n', [["a,b", 'say "hi"']]],
    ["line ends inside quotes", '"a\r\nb",c\r\nd,e', [["a\r\nb", "c"], ["d", "e"]]],
    ["a byte order mark", "\uFEFFa,b", [["a", "b"]]],
    ["empty cells and lines", "a,,\n\n,b", [["a", "", ""], [""], ["", "b"]]],
    ["a quote inside an unquoted cell", 'a 5" pipe,b\nc,d', [['a 5" pipe', "b"], ["c", "d"]]],
    ["a quote that nothing closes as a character", 'a,"b\nc,d', [["a", '"b'], ["c", "d"]]],
    ["what follows a closing quote", '"a"b,c', [["ab", "c"]]],
    ["lone carriage returns", "a,b\rc,d", [["a", "b"], ["c", "d"]]],
  ])("keeps %s", (_name, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it("reads back what was written by the rules of RFC 4180", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", ";", " ", "é", "😀") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(cellsOf(text)).toEqual(rows);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it("reads a megabyte of quotes that nothing closes without going back again and again", () => {
    expect(cellsOf(`x,y\n${'"a,b\n'.repeat(200_001)}`).length).toBeGreaterThan(0);
  });
});

describe("the delimiter", () => {
  it.each([
    ["role,text\na,b", ","],
    ["role;text\na,b;c,d", ";"],
    ["role\ttext\na\tb", "\t"],
    ["role|text\na|b", "|"],
    ["sep=|\nrole|text\na|b", "|"],
    ['"role";"text, or words"\na;b', ";"],
  ])("of %j is %j", (text, delimiter) => {
    expect(readTable(text)?.delimiter).toBe(delimiter);
  });
});

describe("what looks like a table", () => {
  it.each([
    "We met, and it rained.\nThen we left, and it stopped.",
    "Agent: Hi, how are you?\nUser: Fine, thanks",
    "2026-03-02 10:00:01,123 INFO started\n2026-03-02 10:00:02,456 INFO stopped",
    "a,b",
    "",
    "1,2,3\n4,5,6",
    "Hello, Ann, and welcome\nHow are you?",
  ])("not %j", (text) => {
    expect(Math.max(CSV_TURNS.likeness(text), CSV_CALLS.likeness(text))).toBeLessThan(0.3);
  });
});

describe("a table with a row per turn", () => {
  it("takes columns by their names in other languages", () => {
    expect(saidIn("conversación id;hablante;mensaje\n1;agente;Hola\n1;cliente;Buenos días")).toEqual(["assistant|Hola|-|-", "user|Buenos días|-|-"]);
    expect(saidIn("ID appel,Locuteur,Texte\n1,agent,Bonjour\n1,utilisateur,Salut")).toEqual(["assistant|Bonjour|-|-", "user|Salut|-|-"]);
  });

  it("leaves rows out that say nothing, and cells beyond the header", () => {
    expect(saidIn("role,text\nagent,Hi,more\nuser,\n\nuser,Bye")).toEqual(["assistant|Hi|-|-", "user|Bye|-|-"]);
  });

  it("reads milliseconds where the name says so, and asks where only large whole numbers stand there", () => {
    expect(saidIn("role,text,start_ms\nagent,a,500\nuser,b,61000")).toEqual(["assistant|a|0.5|-", "user|b|61|-"]);
    const open = "role,text,offset\nagent,a,500\nuser,b,61000";
    expect(saidIn(open)).toEqual(["assistant|a|0.5|-", "user|b|61|-"]);
    expect(askedIn(open)).toEqual(["agent", "offset-unit"].sort().reverse());
    expect(saidIn(open, { "offset-unit": "s" })).toEqual(["assistant|a|500|-", "user|b|61000|-"]);
  });

  it("counts from the call's start where it is given, and from the first turn where that is earlier", () => {
    const rows = (start: string): string => `role,text,timestamp,started_at\nagent,a,2026-03-02T10:00:05Z,${start}\nuser,b,2026-03-02T10:00:09Z,${start}`;
    expect(saidIn(rows("2026-03-02T10:00:00Z"))).toEqual(["assistant|a|5|-", "user|b|9|-"]);
    expect(saidIn(rows("2026-03-02T10:00:07Z"))).toEqual(["assistant|a|0|-", "user|b|4|-"]);
    expect(remarksIn(rows("2026-03-02T10:00:07Z"))[0]).toBe("doubtful: The first turn is earlier than the call's start, so the turns are counted from the first turn.");
  });

  it("orders by time where every row has one, and keeps ties as they stand", () => {
    expect(saidIn("role,text,timestamp\nuser,b,2026-03-02T10:00:09Z\nagent,a,2026-03-02T10:00:05Z\nuser,c,2026-03-02T10:00:09Z")).toEqual(["assistant|a|0|-", "user|b|4|-", "user|c|4|-"]);
  });

  it("flags a cell that was cut at the length a spreadsheet keeps", () => {
    const cut = (length: number): readonly string[] => remarksIn(`conversation_id,role,text\n1,agent,Hi\n1,user,${"x".repeat(length)}`);
    expect(cut(32_767)).toEqual(["doubtful: Its cell has exactly 32,767 characters, the most that a spreadsheet keeps, so the end may be missing."]);
    expect(cut(32_766)).toEqual([]);
  });

  it("keeps chosen columns in metadata where they are the same in every row, and no others", () => {
    expect(callIn("role,text,language,sentiment,email\nagent,a,en,0.1,x@example.com\nuser,b,en,0.2,x@example.com").metadata).toEqual({ language: "en", format: "csv-turns" });
  });

  it("takes a formula's guard off an id and a number", () => {
    expect(callIn(`call_id,phone,role,text\n"=""007""",'+15550100,agent,a\n"=""007""",'+15550100,user,b`).call).toEqual({ externalId: "007", customer: { number: "+15550100" } });
  });

  it("without a header is told by a column that names a side in every row, and asked about", () => {
    const text = "7,agent,Hello there\n7,user,Hi you\n";
    expect(saidIn(text)).toEqual(["assistant|Hello there|-|-", "user|Hi you|-|-"]);
    expect(askedIn(text)).toEqual([columnsQuestionId(["column 1", "column 2", "column 3"]), "agent"]);
    expect(saidIn("agent,text\nagent,Hello there\nuser,Hi you", {})).toHaveLength(2);
  });

  it("takes only the first of several conversations, and says so", () => {
    const text = "conversation_id,role,text\n1,agent,a\n2,user,b\n1,user,c";
    expect(saidIn(text)).toEqual(["assistant|a|-|-", "user|c|-|-"]);
    expect(remarksIn(text)).toEqual(["doubtful: The table holds more than one conversation, and this call is only the first."]);
  });
});

describe("a table with a row per call", () => {
  const row = (transcript: string): string => `id,transcript\nk-1,"${transcript.replaceAll('"', '""')}"`;

  it("reads JSON turns, bare or under a name, and parts of content", () => {
    expect(saidIn(row('[{"speaker":0,"text":"a"},{"speaker":1,"text":"b"}]'))).toEqual(["assistant|a|-|-", "user|b|-|-"]);
    expect(saidIn(row('{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]},{"role":"assistant","content":"b"},{"role":"assistant","content":null}]}'))).toEqual(["user|a|-|-", "assistant|b|-|-"]);
  });

  it("reads labelled text, with the times of its labels", () => {
    expect(saidIn(row("[00:01] Agent: a\n[00:05] Customer: b"))).toEqual(["assistant|a|1|-", "user|b|5|-"]);
  });

  it("asks about a text without labels", () => {
    expect(saidIn(row("hello there\nhi"))).toEqual(["user|hello there\nhi|-|-"]);
    expect(askedIn(row("hello there\nhi"))).toEqual(["unlabelled", "agent"]);
    expect(saidIn(row("hello there\nhi"), { unlabelled: "lines" })).toEqual(["assistant|hello there|-|-", "user|hi|-|-"]);
  });

  it("never takes half a JSON list for a whole one", () => {
    expect(saidIn(row('[{"role":"user","content":"a"},{"role":"assis'))).toEqual([]);
    expect(remarksIn(row('[{"role":"user","content":"a"},{"role":"assis'))[0]).toBe("no-talk: The transcript's cell cannot be read: its JSON breaks off or is not valid.");
  });

  it.each([
    ["duration", "61.5", 62],
    ["duration", "1:33", 93],
    ["duration_ms", "61500", 62],
    ["duration_minutes", "0.6667", 40],
    ["Dauer", '"61,5"', 62],
  ])("reads the %s %s as %d seconds", (name, value, seconds) => {
    expect(callIn(`id,${name},transcript\nk-1,${value},"Agent: a\nUser: b"`).call["durationSeconds"]).toBe(seconds);
  });

  it.each([
    ["cost", "$0.12", 0.12],
    ["cost_cents", "12", 0.12],
    ["cost_eur", "0.12", undefined],
    ["cost", "713 credits", undefined],
  ])("reads the %s %s as %s dollars", (name, value, dollars) => {
    const mapping = writeColumnMapping({ conversation: "id", transcript: "transcript", cost: name, metadata: [] });
    expect(callIn(`id,${name},transcript\nk-1,${value},"Agent: a\nUser: b"`, { [columnsQuestionId(["id", name, "transcript"])]: mapping }).call["cost"]).toBe(dollars);
  });
});

describe("ids and numbers that a spreadsheet spoiled", () => {
  it.each([["1.55501E+10", "id"], ["1,55501E+10", "id"], ["1.55501E+10", "phone"], ["5E-05", "id"], ["02.03.2026", "id"], ["3/2/2026", "id"], ["2026-03-02 00:00:00", "id"], ["Mar-26", "id"], ["2-Mar-26", "id"], ["03-01", "id"], ["#NAME?", "id"], ["########", "phone"]] as const)("%s is no %s", (value, use) => {
    expect(spoiledBy(value, use)).not.toBeNull();
  });

  it.each([["15550100000", "id"], ["c-1", "id"], ["12-34", "id"], ["2026-0302-7", "id"], ["1e", "id"], ["E10", "id"], ["a1E+10", "id"], ["+15550100", "phone"], ["02-03", "phone"], ["555-0100", "phone"]] as const)("%s may be a %s", (value, use) => {
    expect(spoiledBy(value, use)).toBeNull();
  });
});

describe("the mapping of columns", () => {
  const names = ["Nr", "Wer", "Was"];

  it("is written and read as one JSON text, whatever the case and marks of the columns' names", () => {
    const mapping = { conversation: "Nr", role: "Wer", text: "Was", metadata: [] };
    expect(writeColumnMapping(mapping)).toBe('{"conversation":"Nr","role":"Wer","text":"Was"}');
    expect(readColumnMapping('{"conversation":"nr","role":"wer","text":"was"}', names)).toEqual({ ok: true, value: mapping });
    expect(columnsQuestionId(names)).toBe(columnsQuestionId(["was", "NR.", "wer"]));
    expect(columnsQuestionId(names)).not.toBe(columnsQuestionId([...names, "mehr"]));
  });

  it.each([
    ["", "This is no mapping of columns."],
    ["[]", "This is no mapping of columns."],
    ['{"text":"Wo"}', 'The table has no column "Wo".'],
    ['{"text":7}', "The table has no column 7."],
    ['{"text":"Was","role":"Was"}', "The column “Was” is used twice."],
    ['{"text":"Was","__proto__":"Wer"}', "There is no field “__proto__”."],
    ['{"role":"Wer"}', "Say which column holds what was said."],
  ])("%j is refused", (text, sentence) => {
    expect(readColumnMapping(text, names)).toEqual({ ok: false, error: sentence });
  });

  it("of a person counts before the names, and one that does not fit is said to", () => {
    const text = "conversation_id,role,text,remark\n1,agent,a,x\n1,user,b,y";
    const id = columnsQuestionId(["conversation_id", "role", "text", "remark"]);
    expect(saidIn(text, { [id]: '{"role":"role","text":"remark"}' })).toEqual(["assistant|x|-|-", "user|y|-|-"]);
    expect(saidIn("nr,wer,was\n1,agent,a\n1,user,b", { [columnsQuestionId(["nr", "wer", "was"])]: '{"text":"nirgends"}' })).toEqual(["assistant|a|-|-", "user|b|-|-"]);
    expect(remarksIn("nr,wer,was\n1,agent,a\n1,user,b", { [columnsQuestionId(["nr", "wer", "was"])]: '{"text":"nirgends"}' })[0]).toBe("doubtful: What was said about the columns does not fit this table, so it was not used.");
  });

  it("is described for a screen with names, first rows and what is mapped", () => {
    expect(describeTable("\uFEFFCall ID;Who;Words;\n1;agent;Hi;\n1;user;Bye;\n", {})).toEqual({
      questionId: columnsQuestionId(["Call ID", "Who", "Words", "column 4"]),
      kind: "csv-turns",
      delimiter: ";",
      columns: ["Call ID", "Who", "Words", "column 4"],
      sample: [["1", "agent", "Hi", ""], ["1", "user", "Bye", ""]],
      mapping: { conversation: "Call ID", role: "Who", text: "Words", metadata: [] },
      mappingFrom: "names",
      mapped: ["conversation", "role", "text"],
    });
    expect(describeTable("no table", {})).toBeNull();
  });
});
