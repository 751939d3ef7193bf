import type { TurnDraft } from "@/lib/core/shapes/build/turn-draft";
import type { ConversionContext } from "@/lib/core/shapes/conversion-context";

/** Marks that simulators and chat templates put behind a text: `###STOP###`, `###TRANSFER###`, `<|im_end|>`. */
const MARK = /(?:#{2,}[A-Z][A-Z _-]{1,40}#{2,}|<\|[a-z_]{2,30}\|>)\s*$/;
/** Ours: nothing before this could be part of a mark at the end. */
const TAIL = 80;

/** Says at each spoken turn that ends with a mark of the program that wrote it that nobody said it. The text stays as it is. */
export function remarkStopMarks(turns: readonly TurnDraft[], context: ConversionContext): void {
  for (const [index, { role, content }] of turns.entries()) {
    if (role !== "user" && role !== "assistant") continue;
    const mark = MARK.exec(content.slice(-TAIL))?.[0].trim();
    if (mark === undefined) continue;
    const sentence = `The turn ends with ${mark}, a mark of the program that wrote the conversation. Nobody said it.`;
    context.remark({ kind: "doubtful", path: ["transcript", "turns", index, "content"], sentence });
  }
}
