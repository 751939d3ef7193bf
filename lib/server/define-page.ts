import "server-only";
import type { ReactNode } from "react";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { gate } from "./access/gate";
import { PAGE_PATH_HEADER } from "./access/page-policy";
import { serverContext, type ServerContext } from "./context";

/**
 * A page or layout behind its gate. A foreign host sees nothing; a missing session leads to sign-in and back.
 * `render` gets the server's collaborators first and what Next gives the page second.
 */
export function definePage<Props>(
  render: (context: ServerContext, props: Props) => ReactNode | Promise<ReactNode>,
  options: { readonly public?: boolean } = {},
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    const context = serverContext();
    const arrived = await headers();
    const refusal = await gate(arrived, { changesState: false, open: options.public ?? false }, context);
    if (refusal?.code === "unauthenticated") redirect(`/sign-in?to=${encodeURIComponent(arrived.get(PAGE_PATH_HEADER) ?? "/")}`);
    if (refusal) notFound();
    return render(context, props);
  };
}
