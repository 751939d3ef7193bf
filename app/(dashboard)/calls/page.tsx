import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listFilter, readFilter } from "@/components/calls/call-filter";
import { CallsPlace } from "@/components/calls/calls-place";
import { definePage } from "@/lib/server/define-page";
import { readCalls } from "@/lib/server/services/calls/list-calls";

export const metadata: Metadata = { title: "Calls" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default definePage(async (context, { searchParams }: Props) => {
  const query = await searchParams;
  const filter = readFilter({ get: (name) => one(query[name]) });
  const list = await readCalls(context, listFilter(filter));
  if (!list.ok) notFound();
  return <CallsPlace initialFilter={filter} initialList={list.value} />;
});

/** A parameter that stands twice in the address counts once. */
function one(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
