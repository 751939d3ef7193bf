import { readText } from "@/lib/core/call-ingest/read-number";
import { member, nodeAt, type JsonNode } from "@/lib/core/text/json-node";
import { makeFix } from "./fix-kinds";
import type { KnownAgent } from "./problem-context";
import type { Reporter } from "./reporter";

/** Whose call it is: named at all, named twice, named by an id that Zelto does not have. */
export function checkAgent(root: JsonNode, knownAgents: readonly KnownAgent[] | null, reporter: Reporter): void {
  const idNode = given(member(root, "agentId"));
  const externalIdNode = given(nodeAt(root, ["agent", "externalId"]));
  if (!idNode && !externalIdNode) {
    const offset = member(root, "agent")?.start ?? root.start;
    reporter.add("agent_reference_missing", () => ({ path: ["agent"], offset }));
    return;
  }
  if (!idNode) return;
  const offset = idNode.start;
  const hasExternalId = (readText(externalIdNode) ?? "").trim() !== "";
  if (hasExternalId) reporter.add("both_agent_references", () => ({
    path: ["agentId"],
    offset,
    fixes: [makeFix("keep-external-id"), makeFix("keep-agent-id")],
  }));
  const id = readText(idNode);
  if (id === null || knownAgents === null || knownAgents.some((agent) => agent.id.toLowerCase() === id.toLowerCase())) return;
  reporter.add("agent_id_unknown", () => ({ path: ["agentId"], offset, fixes: hasExternalId ? [makeFix("keep-external-id")] : [] }));
}

/** Null is reported where it stands; here it counts as not there. */
function given(node: JsonNode | undefined): JsonNode | undefined {
  return node?.type === "null" ? undefined : node;
}
