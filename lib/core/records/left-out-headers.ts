import { member, type JsonNode } from "@/lib/core/text/json-node";

const TELLING: readonly (readonly [RegExp, string])[] = [
  [/^(?:proxy-)?authorization$/, "an authorization header"],
  [/^(?:set-)?cookie$/, "cookies"],
  [/(?:api-?key|token|secret|signature|password)/, "a key"],
];

/** What a request's headers held, for the sentence that they were left out: no names of secrets beyond their kind, and no values. */
export function headersNote(headers: JsonNode | undefined): readonly string[] {
  return noteOf(headerNames(headers));
}

/** The same for names that are known already, in any case. */
export function noteOf(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const held = TELLING.filter(([pattern]) => names.some((name) => pattern.test(name.toLowerCase()))).map(([, what]) => what);
  if (held.length === 0) return ["The request's headers were left out."];
  return [`The request's headers were left out; they held ${held.join(" and ")}.`];
}

/** Headers stand as an object, or in captures of browsers as a list of names and values. */
function headerNames(headers: JsonNode | undefined): readonly string[] {
  if (headers?.type === "object") return headers.members.map(({ key }) => key);
  if (headers?.type !== "array") return [];
  return headers.items.flatMap((item) => {
    const name = member(item, "name");
    return name?.type === "string" ? [name.value] : [];
  });
}
