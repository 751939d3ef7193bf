import {
  MAX_AGENT_NAME,
  MAX_CUSTOMER_NAME,
  MAX_CUSTOMER_NUMBER,
  MAX_ENDED_REASON,
  MAX_RECORDING_URL,
  MAX_TEXT,
  MAX_VERSION,
  characterCount,
  firstCharacters,
} from "@/lib/core/call-ingest/limits";
import { member, type JsonNode, type JsonObjectNode } from "@/lib/core/text/json-node";
import { numberText } from "./decimal";
import type { Instant } from "./instant";
import { buildList, buildNumber, buildObject, buildText } from "./json-build";
import { copyWithoutSecrets } from "@/lib/core/shapes/receipt/copy-without-secrets";
import { joinPath, type ReceiptBuilder } from "@/lib/core/shapes/receipt/receipt-builder";
import { buildTurns, type TurnDraft } from "./turn-draft";

/** Texts of CallIngest that a converter fills, and how long each may be. */
const TEXT_FIELDS = {
  "agent.externalId": MAX_TEXT,
  "agent.name": MAX_AGENT_NAME,
  version: MAX_VERSION,
  "call.externalId": MAX_TEXT,
  "call.endedReason": MAX_ENDED_REASON,
  "call.recordingUrl": MAX_RECORDING_URL,
  "call.customer.number": MAX_CUSTOMER_NUMBER,
  "call.customer.name": MAX_CUSTOMER_NAME,
  systemPrompt: MAX_TEXT,
} as const;
export type TextField = keyof typeof TEXT_FIELDS;
type InstantField = "call.startedAt" | "call.endedAt";

/** What providers write where a caller hides the number; all hidden callers would become one person. */
const HIDDEN_NUMBER = /^(?:anonymous|unknown|restricted|private|unavailable|blocked|withheld)$/i;

/** A phone number that is written in groups. */
const SPACED_NUMBER = /^\s*\+?\d[\d\s]*$/;

interface LongText {
  readonly node: JsonNode;
  readonly source: string;
  readonly max: number;
  readonly wholeKey: string | undefined;
}

/** A canonical call that is being put together. Each method that takes something marks it on the receipt. */
export class CanonicalDraft {
  private readonly receipt: ReceiptBuilder;
  private readonly fields = new Map<string, JsonNode>();
  private readonly metadata = new Map<string, JsonNode>();

  constructor(receipt: ReceiptBuilder) {
    this.receipt = receipt;
  }

  has(field: TextField | InstantField): boolean {
    return this.fields.has(field);
  }

  /**
   * Fills a text field; false where the node holds no text. A number is written as text. A text that is too long is cut, and
   * stands whole in metadata under `wholeKey`; without one it is not taken.
   */
  takeText(field: TextField, node: JsonNode | undefined, wholeKey?: string): boolean {
    const source = node?.type === "string" ? node.value : node?.type === "number" ? node.source : "";
    if (!node || source.trim() === "") return false;
    const max = TEXT_FIELDS[field];
    if (characterCount(source) > max) return this.takeCutText(field, { node, source, max, wholeKey });
    this.fields.set(field, buildText(source));
    if (node.type === "string") this.receipt.carry(node, field);
    else this.receipt.change(node, { to: field, reason: "Zelto takes a text here", after: source });
    return true;
  }

  /** Fills a text field with what was written from a node that is no plain text. */
  putText(field: TextField, text: string, from: { readonly node: JsonNode; readonly reason: string }): void {
    this.fields.set(field, buildText(text));
    this.receipt.change(from.node, { to: field, reason: from.reason, after: text });
  }

  /** Fills a text field with what no leaf of the source says: an answer of a person, an id made of the words. Cut to the field's length. */
  assumeText(field: TextField, text: string): void {
    this.fields.set(field, buildText(firstCharacters(text, TEXT_FIELDS[field])));
  }

  /** What stands in a text field, or null. */
  textOf(field: TextField | InstantField): string | null {
    const node = this.fields.get(field);
    return node?.type === "string" ? node.value : null;
  }

  private takeCutText(field: TextField, cut: LongText): boolean {
    const { node, source, max, wholeKey } = cut;
    if (wholeKey === undefined) {
      this.receipt.drop(node, `Longer than the ${max} characters that ${field} may have`);
      return false;
    }
    const text = firstCharacters(source, max);
    this.fields.set(field, buildText(text));
    this.receipt.change(node, { to: field, reason: `Cut to ${max} characters; the whole text stands in metadata.${wholeKey}`, after: text });
    this.metadata.set(wholeKey, buildText(source));
    return true;
  }

  /** The customer's number, unless it is hidden or too long: then it stands in metadata under `key` and makes no receiver. */
  takeCustomerNumber(node: JsonNode | undefined, key: string): void {
    if (node?.type !== "string" || node.value.trim() === "") return;
    const plain = node.value.replace(/\s+/g, "");
    if (HIDDEN_NUMBER.test(plain) || characterCount(node.value) > MAX_CUSTOMER_NUMBER) this.keep(key, node);
    else if (plain !== node.value && SPACED_NUMBER.test(node.value)) this.putText("call.customer.number", plain, { node, reason: "Without blanks, so that one person has one number" });
    else this.takeText("call.customer.number", node);
  }

  /** Fills a date-time from the leaves that it was read or worked out from. `reason` is needed where it was worked out. */
  takeInstant(field: InstantField, instant: Instant, from: { readonly node: JsonNode; readonly reason?: string }): void {
    this.fields.set(field, buildText(instant.text));
    if (instant.asWritten && from.reason === undefined) this.receipt.carry(from.node, field);
    else this.receipt.change(from.node, { to: field, reason: from.reason ?? "Written as a date-time in UTC", after: instant.text });
  }

  /** Whole seconds that were worked out from other fields and have no leaf of their own. */
  putDuration(seconds: string): void {
    this.fields.set("call.durationSeconds", buildNumber(seconds));
  }

  /** The duration from a leaf of its own; where it has to be rounded or converted the exact value stands in metadata under `key`. */
  takeDuration(seconds: string, node: JsonNode, key: string): void {
    this.putDuration(seconds);
    if (node.type === "number" && node.source === seconds) {
      this.receipt.carry(node, "call.durationSeconds");
      return;
    }
    this.receipt.change(node, { to: "call.durationSeconds", reason: `Whole seconds; the exact value stands in metadata.${key}`, after: seconds });
    this.metadata.set(key, node);
  }

  /** The cost in dollars, from a number of 0 or more; anything else stands in metadata under `key`. */
  takeCost(node: JsonNode, options: { readonly key: string; readonly convert?: (source: string) => string; readonly reason?: string }): void {
    const source = numberText(node);
    if (source === null || Number(source) < 0) {
      this.keep(options.key, node);
      return;
    }
    const dollars = options.convert ? options.convert(source) : source;
    this.fields.set("call.cost", buildNumber(dollars));
    if (node.type === "number" && dollars === node.source) this.receipt.carry(node, "call.cost");
    else this.receipt.change(node, { to: "call.cost", reason: options.reason ?? "Zelto takes a number here", after: dollars });
  }

  /** Keeps a value in metadata, without what is secret in it. */
  keep(key: string, node: JsonNode | undefined): void {
    if (!node || node.type === "null") return;
    const copy = copyWithoutSecrets(node, { key, to: joinPath("metadata", [key]), receipt: this.receipt });
    if (copy) this.metadata.set(key, copy);
  }

  /** The same for an object of which only some members are worth keeping. */
  keepMembers(key: string, node: JsonNode | undefined, names: readonly string[]): void {
    if (node?.type !== "object") return;
    const kept = names.map((name): [string, JsonNode | undefined] => [name, member(node, name)]);
    if (kept.some(([, value]) => value)) this.keep(key, buildObject(kept));
  }

  /** Keeps something made here, which no leaf of the source says by itself. */
  note(key: string, text: string): void {
    this.metadata.set(key, buildText(text));
  }

  /** The finished call, its fields in the order of the vendor's schema. */
  build(turns: readonly TurnDraft[]): JsonObjectNode {
    const field = (name: string): JsonNode | undefined => this.fields.get(name);
    const group = (entries: readonly (readonly [string, JsonNode | undefined])[]): JsonNode | undefined =>
      entries.some(([, value]) => value) ? buildObject(entries) : undefined;
    const customer = group([["number", field("call.customer.number")], ["name", field("call.customer.name")]]);
    const callKeys = ["externalId", "startedAt", "endedAt", "durationSeconds", "endedReason", "cost", "recordingUrl"];
    return buildObject([
      ["agent", group([["externalId", field("agent.externalId")], ["name", field("agent.name")]])],
      ["version", field("version")],
      ["call", buildObject([...callKeys.map((key): [string, JsonNode | undefined] => [key, field(`call.${key}`)]), ["customer", customer]])],
      ["transcript", turns.length === 0 ? undefined : buildObject([["turns", buildList(buildTurns(turns, this.receipt))]])],
      ["systemPrompt", field("systemPrompt")],
      ["metadata", group([...this.metadata])],
    ]);
  }
}
