/** The operations that the sandbox serves, by the vendor's operation ids. */
export type OperationName =
  | "uploadCall"
  | "listAgents"
  | "getAgent"
  | "listConversations"
  | "getConversation"
  | "getConversationTranscript"
  | "listBuckets"
  | "createBucket"
  | "getBucket"
  | "listBucketConversations"
  | "addConversationToBucket"
  | "removeConversationFromBucket";

/** The groups that fault rates are set for. */
export type OperationGroup = "upload" | "reads" | "buckets";

interface Route {
  readonly operation: OperationName;
  readonly method: "GET" | "POST" | "DELETE";
  readonly group: OperationGroup;
  readonly pattern: RegExp;
}

const ROUTES: readonly Route[] = [
  { operation: "uploadCall", method: "POST", group: "upload", pattern: /^\/webhooks\/calls$/ },
  { operation: "listAgents", method: "GET", group: "reads", pattern: /^\/v1\/agents$/ },
  { operation: "getAgent", method: "GET", group: "reads", pattern: /^\/v1\/agents\/([^/]+)$/ },
  { operation: "listConversations", method: "GET", group: "reads", pattern: /^\/v1\/conversations$/ },
  { operation: "getConversation", method: "GET", group: "reads", pattern: /^\/v1\/conversations\/([^/]+)$/ },
  { operation: "getConversationTranscript", method: "GET", group: "reads", pattern: /^\/v1\/conversations\/([^/]+)\/transcript$/ },
  { operation: "listBuckets", method: "GET", group: "buckets", pattern: /^\/v1\/buckets$/ },
  { operation: "createBucket", method: "POST", group: "buckets", pattern: /^\/v1\/buckets$/ },
  { operation: "getBucket", method: "GET", group: "buckets", pattern: /^\/v1\/buckets\/([^/]+)$/ },
  { operation: "listBucketConversations", method: "GET", group: "buckets", pattern: /^\/v1\/buckets\/([^/]+)\/conversations$/ },
  { operation: "addConversationToBucket", method: "POST", group: "buckets", pattern: /^\/v1\/buckets\/([^/]+)\/conversations$/ },
  {
    operation: "removeConversationFromBucket",
    method: "DELETE",
    group: "buckets",
    pattern: /^\/v1\/buckets\/([^/]+)\/conversations\/([^/]+)$/,
  },
];

export type RouteMatch =
  | { readonly kind: "operation"; readonly operation: OperationName; readonly group: OperationGroup; readonly ids: readonly string[] }
  | { readonly kind: "wrong-method"; readonly allow: string }
  | { readonly kind: "unknown" };

/** Finds the operation of a request; a known path under another method says which methods it has. */
export function matchRoute(method: string, path: string): RouteMatch {
  const candidates = ROUTES.filter(({ pattern }) => pattern.test(path));
  const route = candidates.find((candidate) => candidate.method === method);
  if (route !== undefined) {
    const ids = route.pattern.exec(path)?.slice(1) ?? [];
    return { kind: "operation", operation: route.operation, group: route.group, ids };
  }
  return candidates.length === 0 ? { kind: "unknown" } : { kind: "wrong-method", allow: candidates.map(({ method: name }) => name).join(", ") };
}
