import type { ConversionContext } from "@/lib/core/shapes/conversion-context";
import type { ConversionOptions } from "@/lib/core/shapes/convert-options";

/** How a person wants Retell's items read: `option:merge-pieces` = "off", `option:retell-transitions` = "keep". */
export function retellOptions(context: ConversionContext): ConversionOptions {
  return { mergePieces: context.option("option:merge-pieces") !== "off", keepTransitions: context.option("option:retell-transitions") === "keep" };
}
