import type { Metadata } from "next";
import { readView } from "@/components/grid/grid-address";
import { CALLS_SORT } from "@/components/grid/grid-sorts";
import { CallsPlace } from "@/components/calls/calls-place";
import { definePage } from "@/lib/server/define-page";
import { readFacets } from "@/lib/server/services/grid/read-facets";
import { readWindow } from "@/lib/server/services/grid/read-window";
import { firstParameters, type SearchParameters } from "../search-parameters";

export const metadata: Metadata = { title: "Calls" };

interface Props {
  readonly searchParams: Promise<SearchParameters>;
}

export default definePage(async (context, { searchParams }: Props) => {
  const { filter, sort } = readView(firstParameters(await searchParams));
  const [window, facets] = await Promise.all([readWindow(context, { ...filter, ...(sort ?? CALLS_SORT), offset: 0, limit: 100 }), readFacets(context, filter)]);
  return <CallsPlace initialWindow={window} initialFacets={facets} />;
});
