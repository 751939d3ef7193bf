import { AgentRowSchema, findAgent } from "./agents";
import { answerJson, answerNotFound } from "./answers";
import type { Answer } from "./answers";
import { ConversationRowSchema, findConversation, findTranscript } from "./conversations";
import type { OperationContext } from "./operation-context";
import { answerPage, readUuidFilter } from "./paging";

/** GET /v1/agents */
export function listAgents({ store, query }: OperationContext): Answer {
  return answerPage(store, query, { row: AgentRowSchema, select: "select seq, document from agents", where: [], order: "seq" });
}

/** GET /v1/agents/{id} */
export function getAgent({ store }: OperationContext, id: string): Answer {
  const agent = findAgent(store, id);
  return agent === null ? answerNotFound("Agent") : answerJson(200, agent);
}

/** GET /v1/conversations, filtered by `agentId` and `referenceId` where given. */
export function listConversations({ store, query }: OperationContext): Answer {
  const agentId = readUuidFilter(query, "agentId");
  if ("refusal" in agentId) return agentId.refusal;
  const referenceId = query.get("referenceId");
  const where = [
    ...(agentId.value === null ? [] : [{ sql: "agent_id = ?", value: agentId.value }]),
    ...(referenceId === null ? [] : [{ sql: "reference_key = ?", value: JSON.stringify(referenceId) }]),
  ];
  return answerPage(store, query, { row: ConversationRowSchema, select: "select seq, document from conversations", where, order: "seq" });
}

/** GET /v1/conversations/{id} */
export function getConversation({ store }: OperationContext, id: string): Answer {
  const conversation = findConversation(store, id);
  return conversation === null ? answerNotFound("Conversation") : answerJson(200, conversation);
}

/** GET /v1/conversations/{id}/transcript */
export function getConversationTranscript({ store }: OperationContext, id: string): Answer {
  const transcript = findTranscript(store, id);
  return transcript === null ? answerNotFound("Conversation") : answerJson(200, transcript);
}
