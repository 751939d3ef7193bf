import type { TextShapeModule } from "@/lib/core/shapes/source/shape-module";
import { LABELLED_TEXT } from "./labelled/labelled-text";
import { PLAIN_TEXT } from "./plain/plain-text";
import { SUBTITLES } from "./subtitles/subtitles";
import { CSV_CALLS, CSV_TURNS } from "./table/table-shapes";
import { WHATSAPP_CHAT } from "./whatsapp/whatsapp-chat";

/** Shapes whose sources are no JSON; on a tie the earlier one wins. */
export const TEXT_SHAPES: readonly TextShapeModule[] = [SUBTITLES, WHATSAPP_CHAT, CSV_TURNS, CSV_CALLS, LABELLED_TEXT, PLAIN_TEXT];
