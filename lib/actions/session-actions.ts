"use server";

import { cookies, headers } from "next/headers";
import { DoneAnswerSchema, NothingInputSchema, SignInInputSchema } from "@/lib/contracts/actions";
import { success } from "@/lib/core/result";
import { defineAction } from "@/lib/server/define-action";
import { signIn, signOut } from "@/lib/server/services/session/sign-in";

/** Signs in with the access token. */
export const signInAction = defineAction({ name: "sign-in", input: SignInInputSchema, output: DoneAnswerSchema, public: true }, async ({ token }, context) => {
  const signedIn = await signIn(context, { token, headers: await headers() });
  if (!signedIn.ok) return signedIn;
  (await cookies()).set(signedIn.value);
  return success({ done: true as const });
});

/** Ends the session. */
export const signOutAction = defineAction({ name: "sign-out", input: NothingInputSchema, output: DoneAnswerSchema }, async (_nothing, context) => {
  const jar = await cookies();
  for (const cookie of await signOut(context, await headers())) jar.set(cookie);
  return success({ done: true as const });
});
