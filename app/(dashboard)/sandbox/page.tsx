import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SandboxPlace } from "@/components/sandbox/sandbox-place";
import { SandboxDialsSchema } from "@/lib/contracts/sandbox";
import { definePage } from "@/lib/server/define-page";
import { getSandbox } from "@/lib/server/sandbox-host";

export const metadata: Metadata = { title: "Sandbox" };

export default definePage(() => {
  const sandbox = getSandbox();
  if (sandbox === null) notFound();
  return <SandboxPlace initialDials={SandboxDialsSchema.parse(sandbox.dials())} />;
});
