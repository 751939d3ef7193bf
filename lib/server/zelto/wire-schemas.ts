import "server-only";
import * as z from "zod";

/**
 * Zelto's answers as Intake reads them: loose, since only two operations are fully documented. Unknown fields are let through and
 * dropped; a list item that does not fit is left out without sinking its page. Maxima only bound what an answer can make us keep.
 */
const text = (max: number) => z.string().max(max);
const optionalText = (max: number) => text(max).nullish();

export const PageSchema = z.looseObject({ data: z.array(z.unknown()).max(1_000), nextCursor: text(4_000).nullish() });

export const AgentSchema = z.looseObject({ id: text(200).min(1), name: optionalText(2_000), externalId: optionalText(4_000), provider: optionalText(200) });

export const BucketSchema = z.looseObject({ id: text(200).min(1), agentId: optionalText(200), name: optionalText(2_000), createdAt: optionalText(100) });

export const ConversationSchema = z.looseObject({
  id: text(200).min(1),
  agentId: text(200),
  name: optionalText(4_000),
  source: optionalText(200),
  createdAt: optionalText(100),
  updatedAt: optionalText(100),
  referenceId: optionalText(10_000),
});

export const TranscriptSchema = z.looseObject({
  conversationId: text(200),
  content: z.unknown(),
  systemPrompt: z.string().nullish(),
  durationSeconds: z.number().nullish(),
});
