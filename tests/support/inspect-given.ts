import { FrameHeaderSchema, type FrameHeader } from "@/lib/contracts/intake";
import type { Answers } from "@/lib/core/shapes/answers";
import type { GivenSource, InspectedSource } from "@/lib/intake/inspected-source";
import { IntakeSession } from "@/lib/intake/intake-session";
import type { IntakeReport } from "@/lib/intake/intake-report";

export interface ReadFrame {
  readonly header: FrameHeader;
  readonly bytes: Uint8Array;
}

/** What became of what was given, in both passes. */
export interface InspectedGiven {
  readonly report: IntakeReport;
  readonly session: IntakeSession;
  /** What would be sent. */
  readonly frames: readonly ReadFrame[];
}

/** Text or bytes as a person gives them. */
export function given(content: string | Uint8Array<ArrayBuffer>, name = "calls.json"): GivenSource {
  return { name, content: typeof content === "string" ? content : new Blob([content]), provider: null };
}

/** Runs both passes of an intake without a page. */
export async function inspectGiven(sources: readonly GivenSource[], answers: Answers = {}): Promise<InspectedGiven> {
  const session = new IntakeSession();
  session.add(sources);
  const report = await session.inspect(answers, () => undefined);
  return { report, session, frames: (await readChunks(session)).flatMap(readFrames) };
}

/** The chunks of an intake that nothing of is stored. */
export async function readChunks(session: IntakeSession): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  session.begin([]);
  for (let chunk = await session.next(); chunk !== null; chunk = await session.next()) chunks.push(chunk.bytes);
  return chunks;
}

/** The only source of an intake, as inspected. */
export async function inspectOne(content: string | Uint8Array<ArrayBuffer>, name = "calls.json"): Promise<InspectedSource & { readonly frames: readonly ReadFrame[] }> {
  const { report, frames } = await inspectGiven([given(content, name)]);
  const [source] = report.sources;
  if (!source) throw new Error("Nothing was given");
  return { ...source, frames };
}

/** A reader of its own, written from the contract's words: 4 bytes big-endian length, the header, the bytes. */
export function readFrames(chunk: Uint8Array): readonly ReadFrame[] {
  const frames: ReadFrame[] = [];
  for (let at = 0; at < chunk.length; ) {
    const length = Buffer.from(chunk).readUInt32BE(at);
    const header = FrameHeaderSchema.parse(JSON.parse(Buffer.from(chunk.subarray(at + 4, at + 4 + length)).toString()));
    const start = at + 4 + length;
    frames.push({ header, bytes: chunk.subarray(start, start + header.byteLength) });
    at = start + header.byteLength;
  }
  return frames;
}
