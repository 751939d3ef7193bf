import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { EditorLoader } from "@/components/editor/editor-loader";
import { definePage } from "@/lib/server/define-page";
import { readCall } from "@/lib/server/services/calls/read-call";

export const metadata: Metadata = { title: "Call" };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

/** Text beyond this is read by the page itself: inside the HTML it would be parsed twice. */
const INLINE_CHARACTERS = 200_000;

export default definePage(async (context, { params }: Props) => {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const call = await readCall(context, id.data);
  if (!call.ok) notFound();
  const isSmall = call.value.draft.text.length + call.value.sourceText.length <= INLINE_CHARACTERS;
  return <EditorLoader callId={id.data} initial={isSmall ? call.value : null} />;
});
