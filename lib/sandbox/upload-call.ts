import { answerError, answerInvalid } from "./answers";
import type { Answer } from "./answers";
import { readCallIngest } from "./call-ingest-schema";
import { deliveryFromCallIngest } from "./canonical-delivery";
import { isUnconnectedDial } from "./delivery";
import type { DeliveryReading } from "./delivery";
import { answerAccepted } from "./faults";
import { queueLanding } from "./landing";
import type { OperationContext } from "./operation-context";
import { parseJson } from "./request-body";
import { noteOutcome } from "./request-log";
import { readRetellDelivery } from "./retell-delivery";
import type { ValidationDetails } from "./validation-details";
import { readVapiDelivery } from "./vapi-delivery";

type Reading = DeliveryReading | { readonly kind: "invalid"; readonly details: ValidationDetails };
type Reader = (body: unknown) => Reading;

const readCanonical =
  (source: "upload" | "livekit"): Reader =>
  (body) => {
    const reading = readCallIngest(body);
    if (!reading.ok) return { kind: "invalid", details: reading.details };
    return { kind: "delivery", delivery: deliveryFromCallIngest(reading.call, source) };
  };

/** `livekit` is the canonical body under another name; only the conversation's source differs. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["zelto", readCanonical("upload")],
  ["livekit", readCanonical("livekit")],
  ["vapi", readVapiDelivery],
  ["retell", readRetellDelivery],
]);

function takeIn(context: OperationContext, reading: DeliveryReading): void {
  const { store, dials, requestId, now } = context;
  if (reading.kind !== "delivery") {
    noteOutcome(store, requestId, reading.kind);
  } else if (isUnconnectedDial(reading.delivery)) {
    noteOutcome(store, requestId, "no-content");
  } else if (dials.neverLand) {
    noteOutcome(store, requestId, "lost");
  } else {
    queueLanding(store, reading.delivery, { requestId, dueAt: now + dials.landingDelayMs });
  }
}

/** POST /webhooks/calls: refuses what can be seen to be wrong; everything else is acknowledged at once, dropped or not. */
export function uploadCall(context: OperationContext): Answer {
  const provider = context.request.headers.get("x-zelto-provider") ?? "zelto";
  const reader = READERS.get(provider);
  if (reader === undefined) {
    const details = { "X-Zelto-Provider": [`Must be one of ${[...READERS.keys()].join(", ")}`] };
    return answerError(400, "Unsupported provider", { details });
  }
  const parsed = parseJson(context.body);
  if (!parsed.ok) return answerError(400, "Invalid JSON");
  const reading = reader(parsed.value);
  if (reading.kind === "invalid") return answerInvalid(reading.details);
  takeIn(context, reading);
  return answerAccepted(context.dials.malformed200);
}
