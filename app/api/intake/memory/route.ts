import { ForgetAnswersAnswerSchema, ForgetAnswersInputSchema, ImportAnswersInputSchema, RememberedAnswersSchema } from "@/lib/contracts/intake";
import { defineRoute } from "@/lib/server/define-route";
import { forgetMemory, importMemory, readMemory } from "@/lib/server/services/intake/remembered-answers";

/** 200 answers of 20,000 characters. */
const MAX_BYTES = 16 * 1024 * 1024;

export const GET = defineRoute({ method: "GET", output: RememberedAnswersSchema }, (_, context) => readMemory(context));

export const POST = defineRoute({ method: "POST", input: ImportAnswersInputSchema, output: RememberedAnswersSchema, maxBytes: MAX_BYTES }, ({ input }, context) => importMemory(context, input.answers));

export const DELETE = defineRoute({ method: "DELETE", input: ForgetAnswersInputSchema, output: ForgetAnswersAnswerSchema }, ({ input }, context) => forgetMemory(context, input.key));
