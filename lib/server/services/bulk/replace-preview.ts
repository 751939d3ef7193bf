import "server-only";
import { appError, type AppError } from "@/lib/core/app-error";
import { replacePreviewer } from "@/lib/core/bulk/preview-replace";
import { failure, success, type Result } from "@/lib/core/result";
import type { ReplacePreview, ReplaceText, Selection } from "@/lib/contracts/bulk";
import type { ServerContext } from "@/lib/server/context";
import { errorName, logger } from "@/lib/server/logger";
import { listDraftTexts, type DraftText } from "@/lib/server/repositories/drafts";
import { textOf } from "@/lib/server/services/calls/read-call";
import { resolveSelection } from "./resolve-selection";

/** Drafts read at once, and how long such a piece may take before everything else has its turn. */
const GROUP = 50;
const SLICE_MS = 25;
const PAUSE_MS = 5;
const MAX_SAMPLES = 20;
/** Dry runs are kept in memory only: the newest few, since a page looks at one. */
const MAX_KEPT = 8;

const KEY = Symbol.for("intake.replace-previews");
// Only this file uses the symbol, so the property is what it says. It hangs on the process because Next bundles its parts apart.
const holder = globalThis as typeof globalThis & { [KEY]?: Map<string, Preview> };

type Preview = { -readonly [Key in keyof ReplacePreview]: ReplacePreview[Key] };

/** Begins a dry run of find and replace. It goes on by itself and changes nothing. @returns `invalid_input` where no call is selected. */
export async function startPreview(context: ServerContext, input: { readonly selection: Selection; readonly act: ReplaceText }): Promise<Result<{ readonly previewId: string }, AppError>> {
  const callIds = await resolveSelection(context, input.selection);
  if (callIds.length === 0) return failure(appError("invalid_input", "None of the selected calls is here any more."));
  const previews = previewsOfProcess();
  const previewId = context.newId();
  const preview: Preview = { done: false, scanned: 0, total: callIds.length, calls: 0, places: 0, left: 0, samples: [] };
  previews.set(previewId, preview);
  for (const oldest of [...previews.keys()].slice(0, -MAX_KEPT)) previews.delete(oldest);
  scan(context, { callIds, act: input.act, preview, wanted: () => previews.has(previewId) }).catch((error: unknown) => {
    // The page asks for it, finds nothing and begins again.
    previews.delete(previewId);
    logger().error("dry run ended", { errorName: errorName(error) });
  });
  return Promise.resolve(success({ previewId }));
}

/** A dry run as far as it is, or `not_found` once it was forgotten. */
export function readPreview(previewId: string): Result<ReplacePreview, AppError> {
  const preview = previewsOfProcess().get(previewId);
  return preview === undefined ? failure(appError("not_found", "This dry run is not here any more. Begin it again; nothing was changed.")) : success({ ...preview, samples: [...preview.samples] });
}

interface Scan {
  readonly callIds: readonly string[];
  readonly act: ReplaceText;
  readonly preview: Preview;
  /** False once nobody can ask for it any more. */
  readonly wanted: () => boolean;
}

async function scan({ db }: ServerContext, { callIds, act, preview, wanted }: Scan): Promise<void> {
  const look = replacePreviewer(act);
  let sliceEnd = performance.now() + SLICE_MS;
  for (let at = 0; at < callIds.length && wanted(); at += GROUP) {
    const group = callIds.slice(at, at + GROUP);
    const drafts = new Map((await listDraftTexts(db, group)).map((draft) => [draft.callId, draft]));
    for (const callId of group) {
      const draft = drafts.get(callId);
      if (draft) addDraft(preview, draft, { look, inserted: act.replace });
      preview.scanned += 1;
    }
    if (performance.now() < sliceEnd) continue;
    await new Promise<void>((proceed) => {
      setTimeout(proceed, PAUSE_MS);
    });
    sliceEnd = performance.now() + SLICE_MS;
  }
  preview.done = true;
}

function addDraft(preview: Preview, draft: DraftText, act: { readonly look: ReturnType<typeof replacePreviewer>; readonly inserted: string }): void {
  const changeable = draft.shape === "canonical" && draft.provider !== "vapi" && draft.provider !== "retell";
  const found = changeable ? act.look(textOf(draft.bytes), MAX_SAMPLES - preview.samples.length) : null;
  if (found === null) preview.left += 1;
  if (found === null || found.places === 0) return;
  preview.calls += 1;
  preview.places += found.places;
  preview.samples.push(...found.samples.map((sample) => ({ ...sample, callId: draft.callId, externalId: draft.externalId, inserted: act.inserted })));
}

function previewsOfProcess(): Map<string, Preview> {
  const kept = holder[KEY];
  if (kept) return kept;
  const made = new Map<string, Preview>();
  holder[KEY] = made;
  return made;
}
