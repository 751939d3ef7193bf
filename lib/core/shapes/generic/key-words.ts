/** Keys as `plainKey` writes them: small letters without `_` and `-`. The more telling ones come first. */

/** Keys that name who speaks by their own meaning. */
export const STRONG_ROLE_KEYS = ["role", "speaker", "sender", "author", "from", "user", "participant", "participantrole", "speakerrole", "senderrole", "authorrole", "sendertype", "authortype", "actortype", "participanttype", "speakerlabel", "participantid", "speakerid", "authorid", "senderid", "userid", "originator", "actor", "sentby", "fromtype", "label", "channel", "channeltag"] as const;
/** Keys that name who speaks in some sources and anything else in others: their values have to look like speakers. */
export const WEAK_ROLE_KEYS = ["type", "name", "party", "direction", "side", "who", "sendername", "authorname", "actorname", "username", "speakername", "nickname"] as const;
/** Keys that say with true or false which side speaks, and whose side true is. */
export const SIDE_KEYS: ReadonlyMap<string, "Customer" | "Agent"> = new Map([
  ["incoming", "Customer"], ["inbound", "Customer"], ["isincoming", "Customer"], ["isuser", "Customer"], ["iscustomer", "Customer"], ["fromcustomer", "Customer"], ["fromuser", "Customer"],
  ["outgoing", "Agent"], ["outbound", "Agent"], ["isoutgoing", "Agent"], ["isbot", "Agent"], ["isagent", "Agent"], ["isassistant", "Agent"], ["fromme", "Agent"], ["fromagent", "Agent"], ["frombot", "Agent"],
]);
/** Objects that libraries put around what a message says of itself. */
export const WRAPPING_KEYS = ["kwargs", "data", "attributes", "message"] as const;
/** Below a role key: `author.type`, `sender.name`. */
export const ROLE_PARTS = ["role", "type", "kind", "name", "displayname", "id", "email", "phonenumber"] as const;

export const TEXT_KEYS = ["content", "text", "message", "plainbody", "plaintext", "bodytext", "body", "transcript", "utterance", "msg", "messagetext", "messagebody", "sentence", "phrase", "caption", "speech", "reply", "value", "htmlbody", "comment"] as const;

export const START_KEYS = ["timestamp", "time", "start", "starttime", "startedat", "createdat", "created", "createdtime", "datecreated", "sentat", "received", "receivedat", "date", "datetime", "ts", "startseconds", "startsecs", "startms", "starttimems", "offset", "offsetms", "offsetseconds", "begin", "beginoffsetmillis", "startoffset", "startoffsetms", "timeincallsecs", "secondsfromstart", "clienttimestamp", "servertimestamp", "serverreceivedtimestamp", "starttimestampusec", "absolutetime", "postedat", "at", "t"] as const;
export const END_KEYS = ["end", "endtime", "endedat", "endseconds", "endsecs", "endms", "endtimems", "endoffset", "endoffsetms", "endoffsetmillis", "stop", "stoptime"] as const;

/** Keys and values of remarks that were never said to the customer. */
export const PUBLIC_KEYS = ["public", "ispublic"] as const;
export const PRIVATE_KEYS = ["private", "isprivate", "internal", "isinternal", "isinternalnote", "isnote"] as const;
export const NOTE_KEYS = ["type", "parttype", "kind", "messagetype", "commenttype", "visibility", "messagevisibility", "activitytype"] as const;
export const NOTE_WORDS = /^(?:internal|private|note|(?:internal|private|agent|staff)[\s_-]?(?:note|comment|message)s?)$/i;

/** What of an object around the list is worth keeping: an allow-list, since everything else may be a secret. */
export const KEPT_KEYS = ["summary", "sentiment", "status", "state", "direction", "channel", "disposition", "outcome", "subject", "topic", "language", "locale", "tags", "priority", "queue", "domain", "rating", "score", "resolution", "category", "reason"] as const;

/** A key that says its unit: `offset_ms`, `startMillis`, `time_in_call_secs`. */
export function unitOfKey(key: string): "s" | "ms" | "open" {
  if (/(?:ms|millis|milliseconds)$/i.test(key)) return "ms";
  return /(?:secs|seconds|_s|secondsfromstart)$/i.test(key) ? "s" : "open";
}
