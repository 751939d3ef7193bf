import { byteLength } from "@/lib/core/text/fingerprint";

/** One upload as a program would make it. The key stands nowhere in it: each copy reads `ZELTO_API_KEY` where it runs. */
export interface RequestParts {
  /** Whole address of the upload. */
  readonly url: string;
  readonly provider: string;
  /** The exact body. */
  readonly body: string;
}

/** Linux takes 131,072 bytes for one argument of a program (MAX_ARG_STRLEN); the quoting needs some of them. */
const MAX_ARGUMENT_BYTES = 100_000;

/** Text between single quotes for a POSIX shell: nothing in it is special but the quote itself. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * For a terminal. `--data-binary` sends the body as it stands, line ends included. A long one comes from the shell's own printf,
 * and so does one that begins with @, which curl would take for the name of a file to send.
 */
export function curlCode({ url, provider, body }: RequestParts): string {
  const isPiped = byteLength(body) > MAX_ARGUMENT_BYTES || body.startsWith("@");
  return [
    `${isPiped ? `printf '%s' ${shellQuote(body)} | ` : ""}curl -sS -X POST ${shellQuote(url)}`,
    `  -H "Authorization: Bearer $ZELTO_API_KEY"`,
    `  -H 'Content-Type: application/json'`,
    `  -H ${shellQuote(`X-Zelto-Provider: ${provider}`)}`,
    `  --data-binary ${isPiped ? "@-" : shellQuote(body)}`,
  ].join(" \\\n");
}

/** A JavaScript string literal; U+2028 and U+2029 are line ends in old engines. */
function scriptString(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** For Node 18 and newer. */
export function fetchCode({ url, provider, body }: RequestParts): string {
  return [
    `import { env } from "node:process";`,
    ``,
    `const response = await fetch(${scriptString(url)}, {`,
    `  method: "POST",`,
    `  redirect: "error",`,
    `  headers: {`,
    "    Authorization: `Bearer ${env.ZELTO_API_KEY}`,",
    `    "Content-Type": "application/json",`,
    `    "X-Zelto-Provider": ${scriptString(provider)},`,
    `  },`,
    `  body: ${scriptString(body)},`,
    `});`,
    `const answer = { status: response.status, body: await response.text() };`,
  ].join("\n");
}

/** For Python 3 without packages. A JSON string of ASCII is a Python string too; surrogate pairs are written as code points. */
export function pythonCode({ url, provider, body }: RequestParts): string {
  return [
    `import os, urllib.request`,
    ``,
    `request = urllib.request.Request(`,
    `    ${pythonString(url)},`,
    `    data=${pythonString(body)}.encode("utf-8"),`,
    `    headers={`,
    `        "Authorization": "Bearer " + os.environ["ZELTO_API_KEY"],`,
    `        "Content-Type": "application/json",`,
    `        "X-Zelto-Provider": ${pythonString(provider)},`,
    `    },`,
    `    method="POST",`,
    `)`,
    `with urllib.request.urlopen(request) as response:`,
    `    print(response.status, response.read().decode())`,
  ].join("\n");
}

function pythonString(text: string): string {
  const escaped = JSON.stringify(text).replace(/[\u{80}-\u{10ffff}\u007f]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point > 0xffff ? `\\U${point.toString(16).padStart(8, "0")}` : `\\u${point.toString(16).padStart(4, "0")}`;
  });
  return escaped.replaceAll("\\/", "/");
}
