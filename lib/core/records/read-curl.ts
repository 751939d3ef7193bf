import { noteOf } from "./left-out-headers";
import { posixWords, windowsWords } from "./shell-words";

/** What a pasted cURL command would have sent. */
export type CurlBody =
  | { readonly kind: "body"; readonly text: string; readonly notes: readonly string[] }
  /** The body stands in a file that is not here. */
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "none" };

const COMMAND = /^\s*(?:\$\s+)?curl(?:\.exe)?\s/i;
const DATA = ["--data-raw", "--data-binary", "--data-ascii", "--data", "--json", "-d"] as const;
const HEADER = ["--header", "-H"] as const;
/** Options that put a secret into a header of their own. */
const SECRET_OPTIONS: ReadonlyMap<string, string> = new Map([["-u", "authorization"], ["--user", "authorization"], ["--oauth2-bearer", "authorization"], ["-b", "cookie"], ["--cookie", "cookie"]]);

/** Reads a cURL command, in POSIX or Windows quoting; null for a text that is none. Headers are left out, and only their kind is told. */
export function readCurl(text: string): CurlBody | null {
  if (!COMMAND.test(text)) return null;
  const words = /\^\r?\n|\^"/.test(text) ? windowsWords(text) : posixWords(text);
  const bodies: string[] = [];
  const headers: string[] = [];
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const next = words[index + 1] ?? "";
    const body = optionValue(word, next, DATA);
    const header = optionValue(word, next, HEADER);
    const secret = SECRET_OPTIONS.get(word);
    if (body !== null) bodies.push(body);
    else if (header !== null) headers.push(header.split(":", 1)[0]?.trim() ?? "");
    else if (secret !== undefined) headers.push(secret);
  }
  return bodyOf(bodies, headers);
}

function bodyOf(bodies: readonly string[], headers: readonly string[]): CurlBody {
  const body = bodies.find((each) => /^\s*[{["]/.test(each)) ?? bodies[0];
  if (body === undefined) return { kind: "none" };
  if (body.startsWith("@")) return { kind: "file", name: body.slice(1, 200) };
  return { kind: "body", text: body, notes: ["The body of a pasted cURL command was taken.", ...noteOf(headers)] };
}

/** The value of an option: `-d X`, `-dX`, `--data X` or `--data=X`. */
function optionValue(word: string, next: string, names: readonly string[]): string | null {
  for (const name of names) {
    if (word === name) return next;
    if (name.startsWith("--") && word.startsWith(`${name}=`)) return word.slice(name.length + 1);
    if (!name.startsWith("--") && word.startsWith(name) && word.length > name.length && !word.startsWith("--")) return word.slice(name.length);
  }
  return null;
}
