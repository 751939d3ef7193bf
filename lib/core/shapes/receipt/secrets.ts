/** How the name of a secret ends, once case, blanks, dashes and underscores are gone: `vapiApiKey`, `access_token`, `serverUrlSecret`. */
const SECRET_KEY = /(?:secret|apikey|secretkey|accesskey|privatekey|token|password|passwd|passphrase|authorization|credentials?|credentialids?|cookie|controlurl|listenurl)$/;

/** Texts that are keys whatever they are called: vendor prefixes, bearer headers, signed web tokens, PEM keys. */
const SECRET_TEXT = /^(?:(?:sk|pk|rk|key|xox[abp])[-_][A-Za-z0-9_-]{16,}|Bearer\s+\S+|Basic\s+[A-Za-z0-9+/=]{8,}|eyJ[\w-]+\.[\w-]+\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----)/;

/** Query names that sign an address or end its life; compared in small letters. */
const SIGNING_QUERY = new Set([
  "expires", "expiry", "expires_in", "exp", "signature", "sig", "se", "token", "x-amz-expires", "x-amz-signature", "x-amz-security-token",
  "x-amz-credential", "x-goog-expires", "x-goog-signature", "x-goog-credential", "awsaccesskeyid", "key-pair-id", "policy", "googleaccessid", "access_token",
]);

/** Ours: sources have some hundred different keys, and each is asked about for every leaf below it. */
const MAX_KNOWN_KEYS = 2_000;
const known = new Map<string, boolean>();

/** Whether a key names a secret. */
export function isSecretKey(key: string): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  const isSecret = SECRET_KEY.test(key.toLowerCase().replace(/[\s_-]+/g, ""));
  if (known.size >= MAX_KNOWN_KEYS) known.clear();
  known.set(key, isSecret);
  return isSecret;
}

/** Whether a text is a secret by its own looks. */
export function isSecretText(text: string): boolean {
  return SECRET_TEXT.test(text.trimStart().slice(0, 200));
}

/** The query names of an address that sign it or end its life, in order; [] for what is no address. */
export function signingQuery(address: string): readonly string[] {
  const query = /^[a-z][a-z0-9+.-]*:\/\/[^?#]*\?([^#]*)/i.exec(address)?.[1];
  if (query === undefined) return [];
  return query
    .split("&")
    .map((part) => part.split("=", 1)[0] ?? "")
    .filter((name) => SIGNING_QUERY.has(name.toLowerCase()));
}

/** An address with its query taken off where the query signs it; anything else as it is. */
export function hideSignature(text: string): string {
  return signingQuery(text).length === 0 ? text : `${text.slice(0, text.indexOf("?"))}?… (signed, not shown)`;
}
