"use client";

import { useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useSignIn } from "@/lib/queries/session";

interface SignInFormProps {
  /** Checked by the server: a path of our own. */
  readonly returnTo: string;
}

/** Asks for the access token, then goes back to where the person was going. */
export function SignInForm({ returnTo }: SignInFormProps) {
  const [token, setToken] = useState("");
  // A whole load, so that every page is read anew with the session.
  const signIn = useSignIn({ onSuccess: () => window.location.assign(returnTo) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token !== "" && !signIn.isPending) signIn.mutate({ token });
  };
  return (
    <form onSubmit={submit} className="flex w-full max-w-80 flex-col gap-3">
      <TextField label="Access token" type="password" autoComplete="current-password" autoFocus isRequired value={token} onChange={setToken} error={signIn.error?.problem.detail} />
      <Button type="submit" variant="primary" isPending={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
