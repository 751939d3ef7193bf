import { readText } from "@/lib/core/call-ingest/read-number";
import { member, type JsonNode } from "@/lib/core/text/json-node";
import type { JsonPath } from "@/lib/core/text/json-path";

/** Fields of a call that a source may have near its list of turns. */
export const NEAR_FIELDS = ["id", "startedAt", "endedAt", "duration", "customerNumber", "customerName", "recordingUrl", "agent", "agentName", "version", "endedReason"] as const;
export type NearField = (typeof NEAR_FIELDS)[number];
export type NearPaths = Readonly<Partial<Record<NearField, JsonPath>>>;

/** An object near the list: the one that holds it, or one further out. */
export interface NearScope {
  readonly node: JsonNode;
  readonly path: JsonPath;
  /** It tells about the customer, so that its `name` is the customer's and its `id` nobody's call. */
  readonly isPerson?: boolean;
}

/** Names of keys in small letters without `_` and `-`, the more telling ones first. */
const NAMES: Readonly<Record<NearField, readonly string[]>> = {
  id: ["callid", "conversationid", "sessionid", "chatid", "threadid", "interactionid", "contactid", "dialogueid", "dialogid", "transcriptid", "ticketid", "convoid", "callsid", "conversationsid", "externalid", "uuid", "sid", "id"],
  startedAt: ["startedat", "starttime", "starttimestamp", "startdate", "callstart", "callstarted", "callstartedat", "started", "start", "createdat", "createdtime", "created", "createddate", "datetime", "date", "timestamp"],
  endedAt: ["endedat", "endtime", "endtimestamp", "enddate", "callend", "callended", "callendedat", "ended", "end", "finishedat", "closedat"],
  duration: ["durationseconds", "durationsecs", "durationsec", "durationinseconds", "callduration", "conversationduration", "calldurationseconds", "durationms", "duration"],
  customerNumber: ["customernumber", "customerphone", "customerphonenumber", "callernumber", "callerphone", "callerid", "phonenumber", "phone", "caller", "usernumber", "leadphone", "mobile"],
  customerName: ["customername", "callername", "visitorname", "leadname", "contactname"],
  recordingUrl: ["recordingurl", "recordinglink", "recording", "audiourl", "callrecording", "callrecordingurl", "audio"],
  agent: ["agentid", "assistantid", "botid", "agentexternalid", "agent", "assistant", "bot"],
  agentName: ["agentname", "assistantname", "botname"],
  version: ["agentversion", "assistantversion", "botversion"],
  endedReason: ["endedreason", "endreason", "disconnectionreason", "disconnectreason", "hangupreason", "callendreason", "hangupcause"],
};
/** What is read from an object about the customer; its id and its dates are no call's. */
const OF_PERSON = new Set<NearField>(["customerNumber", "customerName"]);
/** Whose number the customer's is, by the way the call went. */
const INBOUND = ["from", "fromnumber", "fromphone"];
const OUTBOUND = ["to", "tonumber", "tophone"];

const PHONE = /^(?:\+?[\d\s().-]{5,24}|sip:\S+|tel:\S+|anonymous|unknown|restricted|private|withheld)$/i;
const ADDRESS = /^https?:\/\/\S+$/i;

/** Finds the fields by their keys' names, the nearest scope first. What a value looks like counts too: a number for a telephone, an address for a recording. */
export function nearPaths(scopes: readonly NearScope[]): NearPaths {
  const found: Partial<Record<NearField, JsonPath>> = {};
  for (const field of NEAR_FIELDS) {
    const ofPerson = field === "customerName" ? findKey(scopes.filter(({ isPerson }) => isPerson), ["name", "fullname"], FITS[field]) : null;
    const fitting = OF_PERSON.has(field) ? scopes : scopes.filter(({ isPerson }) => isPerson !== true);
    const path = findKey(fitting, namesOf(field, scopes), FITS[field]) ?? ofPerson;
    if (path) found[field] = path;
  }
  return found;
}

function namesOf(field: NearField, scopes: readonly NearScope[]): readonly string[] {
  if (field !== "customerNumber") return NAMES[field];
  const direction = scopes.map(({ node }) => readText(member(node, "direction")) ?? readText(member(node, "call_type")) ?? "").find((text) => text !== "") ?? "";
  if (/^in/i.test(direction)) return [...INBOUND, ...NAMES[field]];
  return /^out/i.test(direction) ? [...OUTBOUND, ...NAMES[field]] : [...NAMES[field], ...INBOUND];
}

function findKey(scopes: readonly NearScope[], names: readonly string[], fits: (node: JsonNode) => boolean): JsonPath | null {
  for (const { node, path } of scopes) {
    if (node.type !== "object") continue;
    const plain = new Map(node.members.map((entry) => [plainKey(entry.key), entry]));
    for (const name of names) {
      const entry = plain.get(name);
      if (entry && fits(entry.value)) return [...path, entry.key];
    }
  }
  return null;
}

/** A key as it is compared: `Call_ID`, `call-id` and `callId` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** What a shell or a template should have filled in and did not: `$(uuidgen)`, `${ID}`, `{{call.id}}`. */
const UNFILLED = /\$[({]|\{\{|\}\}/;
/** Ours: a longer text is no id and no name. */
const LONGEST = 300;

const isText = (node: JsonNode): boolean => node.type === "string" && node.value.trim() !== "" && node.value.length <= LONGEST && !UNFILLED.test(node.value);
const isFilled = (node: JsonNode): boolean => isText(node) || node.type === "number";

const FITS: Readonly<Record<NearField, (node: JsonNode) => boolean>> = {
  id: isFilled,
  startedAt: isFilled,
  endedAt: isFilled,
  duration: isFilled,
  customerNumber: (node) => node.type === "string" && PHONE.test(node.value.trim()),
  customerName: isText,
  recordingUrl: (node) => node.type === "string" && ADDRESS.test(node.value.trim()),
  agent: isText,
  agentName: isText,
  version: isFilled,
  endedReason: isText,
};
