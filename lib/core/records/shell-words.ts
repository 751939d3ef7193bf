/** Escapes of `$'…'`, as browsers write bodies that hold quotes. */
const ANSI: ReadonlyMap<string, string> = new Map([["n", "\n"], ["r", "\r"], ["t", "\t"], ["b", "\b"], ["f", "\f"], ["\\", "\\"], ["'", "'"], ['"', '"'], ["?", "?"]]);

/** The words of a command line with POSIX quoting: quotes, `$'…'`, backslashes and continued lines. An open quote ends with the text. */
export function posixWords(command: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < command.length) {
    const character = command.charAt(at);
    if (character === "'" || character === '"' || command.startsWith("$'", at)) {
      const quoted = readQuoted(command, at);
      word = (word ?? "") + quoted.text;
      at = quoted.end;
    } else if (character === "\\") {
      const next = command.startsWith("\r\n", at + 1) ? "\r\n" : command.charAt(at + 1);
      if (!/^[\r\n]/.test(next)) word = (word ?? "") + next;
      at += 1 + next.length;
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else {
      word = (word ?? "") + character;
      at += 1;
    }
  }
  return word === null ? words : [...words, word];
}

interface Quoted {
  readonly text: string;
  readonly end: number;
}

function readQuoted(command: string, from: number): Quoted {
  if (command.charAt(from) === "$") return readEscaped(command, from + 2, ansiEscape, "'");
  if (command.charAt(from) === '"') return readEscaped(command, from + 1, doubleEscape, '"');
  const close = command.indexOf("'", from + 1);
  const end = close < 0 ? command.length : close;
  return { text: command.slice(from + 1, end), end: end + 1 };
}

function readEscaped(command: string, from: number, escape: (command: string, at: number) => Quoted, close: string): Quoted {
  const parts: string[] = [];
  let at = from;
  while (at < command.length && command.charAt(at) !== close) {
    if (command.charAt(at) === "\\") {
      const read = escape(command, at);
      parts.push(read.text);
      at = read.end;
    } else {
      parts.push(command.charAt(at));
      at += 1;
    }
  }
  return { text: parts.join(""), end: at + 1 };
}

/** Inside double quotes a backslash means something only before these. */
function doubleEscape(command: string, at: number): Quoted {
  const next = command.charAt(at + 1);
  if (next === "\n") return { text: "", end: at + 2 };
  return '"\\$`'.includes(next) && next !== "" ? { text: next, end: at + 2 } : { text: "\\", end: at + 1 };
}

function ansiEscape(command: string, at: number): Quoted {
  const next = command.charAt(at + 1);
  const known = ANSI.get(next);
  if (known !== undefined) return { text: known, end: at + 2 };
  const code = /^(?:u([0-9a-fA-F]{1,4})|x([0-9a-fA-F]{1,2}))/.exec(command.slice(at + 1, at + 6));
  if (code === null) return { text: `\\${next}`, end: at + 2 };
  return { text: String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? "0", 16)), end: at + 1 + code[0].length };
}

/** The words of a command line as Windows' command prompt quotes them: carets before single characters, `\"` and `""` inside quotes. */
export function windowsWords(command: string): readonly string[] {
  const text = command.replace(/\^\r?\n[ \t]*\r?\n/g, "\n").replace(/\^\r?\n/g, " ").replace(/\^([\s\S])/g, "$1");
  const words: string[] = [];
  const pattern = /(?:"((?:\\[\s\S]|""|[^"\\])*)"|[^\s"]+)+/g;
  for (const [word] of text.matchAll(pattern)) words.push(word.replace(/"((?:\\[\s\S]|""|[^"\\])*)"/g, (_all, inside: string) => inside.replace(/""|\\(["\\])/g, (escape, kept?: string) => kept ?? escape.charAt(0))));
  return words;
}
