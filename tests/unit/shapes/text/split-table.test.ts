import { describe, expect, it } from "vitest";
import { columnsQuestionId } from "@/lib/core/shapes/text/table/describe-table";
import { splitTextRecords } from "@/lib/core/shapes/text/text-splitters";
import { callIn, saidIn } from "./said-in";

describe("cutting a table into its calls", () => {
  const TABLE = '\uFEFFconversation_id,role,text\r\nc-1,agent,"Hi\r\nthere"\r\nc-2,agent,Hello\r\n\r\nc-1,user,Bye\r\n,user,"and ""more"""\r\nTotal,,5\r\n';

  it("gives the header and the own lines of each conversation, wherever they stand", () => {
    expect(splitTextRecords(TABLE, {})).toEqual([
      { path: "conversation c-1", line: 2, column: 1, text: 'conversation_id,role,text\nc-1,agent,"Hi\r\nthere"\nc-1,user,Bye\n,user,"and ""more"""\n', notes: ["The table's last row looks like totals and was left out."] },
      { path: "conversation c-2", line: 4, column: 1, text: "conversation_id,role,text\nc-2,agent,Hello\n", notes: [] },
    ]);
  });

  it("gives records that stand alone", () => {
    const said = splitTextRecords(TABLE, {})?.map(({ text }) => [callIn(text).call["externalId"], ...saidIn(text)]);
    expect(said).toEqual([["c-1", "assistant|Hi\r\nthere|-|-", "user|Bye|-|-", 'user|and "more"|-|-'], ["c-2", "assistant|Hello|-|-"]]);
  });

  it("gives a record a row where a row is a call", () => {
    const records = splitTextRecords('transcript\tid\n"Agent: a\nUser: b"\t7\n"Agent: c\nUser: d"\t\n', {});
    expect(records?.map(({ path, line, text }) => [path, line, text])).toEqual([
      ["conversation 7", 2, 'transcript\tid\n"Agent: a\nUser: b"\t7\n'],
      ["row 4", 4, 'transcript\tid\n"Agent: c\nUser: d"\t\n'],
    ]);
  });

  it("waits for a person where the columns' names do not tell, and then cuts as they said", () => {
    const text = "akte,wer,was\n1,agent,a\n1,user,b\n2,agent,c\n";
    expect(splitTextRecords(text, {})).toBeNull();
    const records = splitTextRecords(text, { [columnsQuestionId(["akte", "wer", "was"])]: '{"conversation":"akte","role":"wer","text":"was"}' });
    expect(records?.map((record) => record.text)).toEqual(["sep=,\nakte,wer,was\n1,agent,a\n1,user,b\n", "sep=,\nakte,wer,was\n2,agent,c\n"]);
    expect(saidIn(records?.[1]?.text ?? "", { [columnsQuestionId(["akte", "wer", "was"])]: '{"conversation":"akte","role":"wer","text":"was"}' })).toEqual(["assistant|c|-|-"]);
  });

  it("numbers the columns of a table without a header", () => {
    const answers = { [columnsQuestionId(["column 1", "column 2", "column 3"])]: '{"conversation":"column 1","role":"column 2","text":"column 3"}' };
    const records = splitTextRecords("7,agent,a\n7,user,b\n8,user,c\n", answers);
    expect(records?.map((record) => record.text)).toEqual(["sep=,\ncolumn 1,column 2,column 3\n7,agent,a\n7,user,b\n", "sep=,\ncolumn 1,column 2,column 3\n8,user,c\n"]);
    expect(records?.map((record) => saidIn(record.text, answers))).toEqual([["assistant|a|-|-", "user|b|-|-"], ["user|c|-|-"]]);
  });

  it.each(["role,text\nagent,a\nuser,b", "conversation_id,role,text\n1,agent,a\n1,user,b", "Agent: a\nUser: b", "", "hello"])("leaves %j whole", (text) => {
    expect(splitTextRecords(text, {})).toBeNull();
  });

  it("of thirty thousand rows is split to its end", () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `c-${index % 5000},${index % 2 === 0 ? "agent" : "user"},"What is said in row ${index}, at some length"`);
    expect(splitTextRecords(`conversation_id,role,text\n${rows.join("\n")}`, {})).toHaveLength(5000);
  });
});
