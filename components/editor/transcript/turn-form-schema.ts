import * as z from "zod";
import { MAX_TEXT } from "@/lib/core/call-ingest/limits";

/** The open turn as it is typed. What Zelto would refuse is a problem, not a lock: a person may stop in the middle. */
export const TurnFormSchema = z.object({
  role: z.string().min(1, "A turn needs a role"),
  content: z.string().min(1, "A turn needs text: Zelto refuses an empty one").max(MAX_TEXT),
  startSeconds: z.number().min(0, "Seconds count from 0").nullable(),
  endSeconds: z.number().min(0, "Seconds count from 0").nullable(),
});
export type TurnForm = z.infer<typeof TurnFormSchema>;
