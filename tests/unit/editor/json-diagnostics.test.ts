import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "@/components/editor/json/json-diagnostics";
import { viewDraft } from "@/components/editor/draft-view";
import { detectShape } from "@/lib/core/shapes/detect-shape";
import { reportProblems } from "@/lib/core/problems/report-problems";

/** What is underlined, with its severity, for the report of a text. */
function underlined(text: string): readonly (readonly [string, string])[] {
  const view = viewDraft({ text, provider: "zelto" }, null);
  if (view.root === null) throw new Error("The text of this test is JSON");
  const detection = detectShape(view.root);
  const problems = reportProblems({ text, root: view.root }, { shape: detection.shape, detection, provider: "zelto", knownAgents: null, alreadyUploaded: null });
  return diagnosticsOf(view, problems, () => undefined).map(({ from, to, severity }) => [text.slice(from, to), severity] as const);
}

const TURNS = '"transcript":{"turns":[{"role":"user","content":"Hello there"}]}';

describe("problems in the JSON pane", () => {
  it("underline the name of a field that Zelto does not know", () => {
    expect(underlined(`{"agent":{"externalId":"a"},"call":{"externalId":"c","recordingURL":"https://a.example/b.wav"},${TURNS}}`)).toEqual([['"recordingURL"', "warning"]]);
  });

  it("underline the value that is wrong", () => {
    expect(underlined(`{"agent":{"externalId":"a"},"call":{"externalId":"c","durationSeconds":-5},${TURNS}}`)).toEqual([["-5", "error"]]);
  });

  it("mark the object that lacks a member, where there is nothing else to mark", () => {
    expect(underlined(`{"agent":{"externalId":"a"},"call":{"endedReason":"done"},${TURNS}}`)).toEqual([['"call"', "error"]]);
  });

  it("mark the one spot where a broken text breaks", () => {
    const whole = viewDraft({ text: "{}", provider: "zelto" }, null);
    const broken = viewDraft({ text: '{"a":1,}', provider: "zelto" }, whole);
    expect(diagnosticsOf(broken, [], () => undefined)).toMatchObject([{ from: 6, to: 7, severity: "error" }]);
  });
});

describe("fixes in the JSON pane", () => {
  it("stand as buttons at the problem and hand over which one was chosen", () => {
    const text = `{"agent":{"externalId":"a"},"call":{"externalId":"c","recordingURL":"https://a.example/b.wav"},${TURNS}}`;
    const view = viewDraft({ text, provider: "zelto" }, null);
    if (view.root === null) throw new Error("The text of this test is JSON");
    const detection = detectShape(view.root);
    const problems = reportProblems({ text, root: view.root }, { shape: detection.shape, detection, provider: "zelto", knownAgents: null, alreadyUploaded: null });
    const chosen: string[] = [];
    const [diagnostic] = diagnosticsOf(view, problems, (problem, fix) => chosen.push(`${problem.code}: ${fix.label}`));
    const [action] = diagnostic?.actions ?? [];
    expect(action?.name).toBe("Rename to recordingUrl");
    // CodeMirror hands over itself and the place; neither is needed.
    (action?.apply as (() => void) | undefined)?.();
    expect(chosen).toEqual(["unknown_key: Rename to recordingUrl"]);
  });
});
