import { readText } from "@/lib/core/call-ingest/read-number";
import { CanonicalDraft } from "@/lib/core/shapes/build/canonical-draft";
import { singleSpeakerLines } from "@/lib/core/shapes/build/single-speaker";
import { mergeNeighbours, spokenTurns, type SpokenLine } from "@/lib/core/shapes/build/spoken-turns";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { finishTextCall } from "@/lib/core/shapes/text/finish-text-call";
import { findTextTree, partsOf } from "@/lib/core/shapes/text/text-tree";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { cueLines } from "./cue-lines";
import { readSubtitles, subtitleLikeness } from "./read-subtitles";

/** SRT and VTT files: cues with times, and with speakers where tags, labels or dashes tell them. */
export const SUBTITLES: TextShapeModule = {
  shape: "subtitles",
  likeness: subtitleLikeness,
  read: readSubtitles,
  inspect: (root) => findTextTree(root, { format: "subtitles", score: 0.95, reasons: [`Cues with times, the first at ${readText(firstStart(root)) ?? "?"}`] }),
  convert,
  dropReason: ([list, , part]) => {
    if (list === "other") return "A note or setting of the file, which nobody says";
    if (part === "id") return "A number or name of a cue, which nobody says";
    if (part === "start" || part === "end") return "Of joined cues only the first start and the last end are kept";
    return part === "settings" ? "Where the cue stands on the screen" : "Turns have no field for it";
  },
};

function firstStart(root: JsonNode): JsonNode | undefined {
  const [first] = partsOf(root, "cues");
  return first && member(first, "start");
}

function convert(root: JsonNode, context: ConversionContext): JsonObjectNode {
  const draft = new CanonicalDraft(context.receipt);
  const { lines, speakers } = cueLines(partsOf(root, "cues"), context);
  if (speakers === "dashes") context.remark({ kind: "doubtful", path: [], sentence: "Dashes say that somebody else speaks and not who, so two speakers were taken to take turns." });
  const turns = speakers === "none" ? singleSpeakerLines(joinSentences(lines), context) : mergeNeighbours(lines, { glue: " " });
  return finishTextCall(root, context, { draft, turns: spokenTurns(turns, context) });
}

/** Captions cut a sentence where the screen is full: it goes on until it ends. */
function joinSentences(lines: readonly SpokenLine[]): readonly SpokenLine[] {
  const sentences: SpokenLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const current = sentences.at(-1);
    if (isOpen && current && current[0]?.word === line.word) current.push(line);
    else sentences.push([line]);
    isOpen = !/[.?!…]["'”’)\]]*$/.test(line.content);
  }
  return sentences.flatMap((sentence) => mergeNeighbours(sentence, { glue: " " }));
}
