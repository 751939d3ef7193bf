import "server-only";
import type { CallRow } from "@/lib/contracts/calls";
import type { ListedCall } from "@/lib/server/repositories/call-lists";

/** A call as lists show it. */
export function callRow({ call, batchName }: ListedCall): CallRow {
  const { facts, problems } = call;
  return {
    id: call.id,
    batchId: call.batchId,
    batchName,
    position: call.position,
    externalId: facts.externalId,
    agentExternalId: facts.agentExternalId,
    agentId: facts.agentId,
    shape: call.detection.shape,
    provider: call.provider,
    turnCount: facts.turnCount,
    durationSeconds: facts.durationSeconds,
    opening: facts.opening,
    ribbon: [...facts.ribbon],
    problems: { blocks: problems.blocks, loses: problems.loses, odd: problems.odd },
    losesAll: problems.losesAll,
    fate: call.fate,
    reason: call.reason,
    editedSince: call.editedSince,
    uploadId: call.latestUploadId,
    conversationId: call.conversationId,
    createdAt: call.createdAt,
    lastNewsAt: call.lastNewsAt,
  };
}
