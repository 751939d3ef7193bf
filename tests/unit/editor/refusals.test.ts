import { describe, expect, it } from "vitest";
import { standingRefusals, type ReadText, type Refusal } from "@/components/editor/problems/refusals";
import { parseJson } from "@/lib/core/text/scan-json";

function read(text: string): ReadText {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { text, root: parsed.value.root };
}

const SENT = read('{"agent":{"externalId":"a"},"call":{"durationSeconds":-1}}');
const AT = 1_800_000_000_000;
const duration: Refusal = { path: ["call", "durationSeconds"], message: "must be >= 0", at: AT };
const missing: Refusal = { path: ["call", "externalId"], message: "Required", at: AT };
const nowhere: Refusal = { path: [], message: "Validation failed", at: AT };

describe("what Zelto refused stands until its field is edited", () => {
  it("stands whole while nothing is edited", () => {
    expect(standingRefusals([duration, missing, nowhere], SENT, SENT)).toEqual([duration, missing, nowhere]);
  });

  it("goes for the edited field and stays for the others; the whole call counts as edited", () => {
    const now = read('{"agent":{"externalId":"a"},"call":{"durationSeconds":12}}');
    expect(standingRefusals([duration, missing, nowhere], SENT, now)).toEqual([missing]);
  });

  it("goes for a missing field once it is there", () => {
    const now = read('{"agent":{"externalId":"a"},"call":{"durationSeconds":-1,"externalId":"c"}}');
    expect(standingRefusals([duration, missing], SENT, now)).toEqual([duration]);
  });

  it("stays when other fields or the white space around it change, and comes back when the edit is undone", () => {
    const now = read('{ "agent": {"externalId":"b"}, "call": { "durationSeconds" : -1 } }');
    expect(standingRefusals([duration], SENT, now)).toEqual([duration]);
    expect(standingRefusals([duration], SENT, read('{"agent":{"externalId":"a"},"call":{}}'))).toEqual([]);
    expect(standingRefusals([duration], SENT, SENT)).toEqual([duration]);
  });
});
