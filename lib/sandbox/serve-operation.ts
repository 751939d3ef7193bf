import type { Answer } from "./answers";
import {
  addConversationToBucket,
  createBucket,
  getBucket,
  listBucketConversations,
  listBuckets,
  removeConversationFromBucket,
} from "./bucket-operations";
import type { OperationContext } from "./operation-context";
import { getAgent, getConversation, getConversationTranscript, listAgents, listConversations } from "./read-operations";
import type { OperationName } from "./routes";
import { uploadCall } from "./upload-call";

/** Serves an operation; `ids` are the ones in its path, from left to right. */
export function serveOperation(operation: OperationName, context: OperationContext, ids: readonly string[]): Answer {
  const [id = "", memberId = ""] = ids;
  switch (operation) {
    case "uploadCall":
      return uploadCall(context);
    case "listAgents":
      return listAgents(context);
    case "getAgent":
      return getAgent(context, id);
    case "listConversations":
      return listConversations(context);
    case "getConversation":
      return getConversation(context, id);
    case "getConversationTranscript":
      return getConversationTranscript(context, id);
    case "listBuckets":
      return listBuckets(context);
    case "createBucket":
      return createBucket(context);
    case "getBucket":
      return getBucket(context, id);
    case "listBucketConversations":
      return listBucketConversations(context, id);
    case "addConversationToBucket":
      return addConversationToBucket(context, id);
    case "removeConversationFromBucket":
      return removeConversationFromBucket(context, id, memberId);
  }
}
