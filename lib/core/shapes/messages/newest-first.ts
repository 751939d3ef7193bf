import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import { readInstant } from "@/lib/core/shapes/build/instant";
import type { JsonNode } from "@/lib/core/text/json-node";

/** Ours: two messages may be out of order by chance; three in falling order and none rising were written so. */
const FEWEST = 3;

/** A list that runs from the newest to the oldest, as APIs hand out their pages, turned round; any other list as it is. */
export function newestFirst(items: readonly JsonNode[], timeOf: (item: JsonNode) => JsonNode | undefined): { readonly items: readonly JsonNode[]; readonly isTurned: boolean } {
  const times = items.flatMap((item) => readInstant(timeOf(item))?.ms ?? []);
  const isFalling = times.length === items.length && times.length >= FEWEST && times.every((time, index) => index === 0 || time < (times[index - 1] ?? Infinity));
  return isFalling ? { items: [...items].reverse(), isTurned: true } : { items, isTurned: false };
}

export function remarkTurnedRound(context: ConversionContext): void {
  context.remark({ kind: "guessed", path: [], sentence: "The list runs from the newest message to the oldest, so it was turned round." });
}
