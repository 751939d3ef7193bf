/** Named characters that editors of help desks write. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["nbsp", " "], ["hellip", "…"], ["mdash", "—"], ["ndash", "–"],
  ["rsquo", "’"], ["lsquo", "‘"], ["rdquo", "”"], ["ldquo", "“"], ["euro", "€"], ["copy", "©"], ["bull", "•"],
]);
const BLOCKS = new Set(["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre"]);
/** Markup whose inside nobody reads. */
const HIDDEN = new Set(["script", "style"]);
const TAG = /<(\/?)([a-zA-Z][\w-]*)([^<>]*)>|<!--/g;
const ADDRESS = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

/** What is being written: the text so far, the link that is open, the markup whose inside is skipped. */
interface Writing {
  text: string;
  link: { readonly address: string; readonly from: number } | null;
  hidden: string | null;
}

/**
 * The text of markup: blocks on lines of their own, the address of a link behind its words, pictures as "[image]". A text without
 * markup stays as it is. One pass, so that no text, however it is made, takes long.
 */
export function htmlText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const writing: Writing = { text: "", link: null, hidden: null };
  let from = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    if (writing.hidden === null) writing.text += html.slice(from, match.index).replace(ENTITY, character);
    if (match[2] === undefined) {
      const end = html.indexOf("-->", match.index);
      TAG.lastIndex = end < 0 ? html.length : end + 3;
    } else writeTag(writing, { name: match[2].toLowerCase(), isEnd: match[1] === "/", rest: match[3] ?? "" });
    from = TAG.lastIndex;
  }
  if (writing.hidden === null) writing.text += html.slice(from).replace(ENTITY, character);
  return tidy(writing.text);
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly rest: string;
}

function writeTag(writing: Writing, { name, isEnd, rest }: Tag): void {
  if (writing.hidden !== null) {
    if (isEnd && name === writing.hidden) writing.hidden = null;
    return;
  }
  if (HIDDEN.has(name)) writing.hidden = isEnd ? null : name;
  else if (BLOCKS.has(name)) writing.text += "\n";
  else if (name === "img") writing.text += "[image]";
  else if (name === "a" && isEnd) closeLink(writing);
  else if (name === "a") {
    const address = ADDRESS.exec(rest);
    writing.link = { address: (address?.[1] ?? address?.[2] ?? "").replace(ENTITY, character), from: writing.text.length };
  }
}

function closeLink(writing: Writing): void {
  const { link, text } = writing;
  writing.link = null;
  if (!link || link.address === "" || /^javascript:/i.test(link.address)) return;
  const said = text.slice(link.from).trim();
  if (said === link.address || `mailto:${said}` === link.address) return;
  writing.text += said === "" ? link.address : ` (${link.address})`;
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function character(all: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? all;
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : all;
}
