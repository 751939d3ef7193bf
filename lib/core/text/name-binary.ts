/** A file format that is recognised only to be refused kindly. */
export interface BinaryKind {
  /** With its article: "a ZIP archive". */
  readonly name: string;
  /** What to do instead, one sentence. */
  readonly advice: string;
}

interface Signature extends BinaryKind {
  /** One character per byte; `?` stands for any byte. */
  readonly bytes: string;
}

const UNPACK = "Unpack it and choose the JSON files inside.";
const RECORDING = "Upload the call's JSON and give the recording's address in it.";
const OTHER = "Choose a JSON file.";

/** First bytes as the formats' own specifications fix them; none can begin a JSON text. */
const SIGNATURES: readonly Signature[] = [
  { bytes: "PK\x03\x04", name: "a ZIP archive", advice: UNPACK },
  { bytes: "PK\x05\x06", name: "an empty ZIP archive", advice: OTHER },
  { bytes: "\x1f\x8b", name: "a gzip file", advice: UNPACK },
  { bytes: "7z\xbc\xaf\x27\x1c", name: "a 7z archive", advice: UNPACK },
  { bytes: "\x28\xb5\x2f\xfd", name: "a zstd file", advice: UNPACK },
  // The word stands at offset 257 (POSIX ustar); before it comes the first file's name.
  { bytes: `${"?".repeat(257)}ustar`, name: "a tar archive", advice: UNPACK },
  { bytes: "%PDF-", name: "a PDF document", advice: OTHER },
  { bytes: "\x89PNG\r\n\x1a\n", name: "a PNG picture", advice: OTHER },
  { bytes: "\xff\xd8\xff", name: "a JPEG picture", advice: OTHER },
  { bytes: "GIF8", name: "a GIF picture", advice: OTHER },
  { bytes: "RIFF????WAVE", name: "a WAV recording", advice: RECORDING },
  { bytes: "RIFF????WEBP", name: "a WebP picture", advice: OTHER },
  { bytes: "RIFF", name: "a RIFF media file", advice: RECORDING },
  { bytes: "ID3", name: "an MP3 recording", advice: RECORDING },
  { bytes: "OggS", name: "an Ogg recording", advice: RECORDING },
  { bytes: "fLaC", name: "a FLAC recording", advice: RECORDING },
  { bytes: "\0\0\0?ftyp", name: "an MP4 recording", advice: RECORDING },
  { bytes: "\x1a\x45\xdf\xa3", name: "a WebM or Matroska recording", advice: RECORDING },
  { bytes: "SQLite format 3\0", name: "an SQLite database", advice: OTHER },
  { bytes: "\xff\xfe\0\0", name: "text in UTF-32", advice: "Save it as UTF-8 and try again." },
  { bytes: "\0\0\xfe\xff", name: "text in UTF-32", advice: "Save it as UTF-8 and try again." },
];

/** The format that a file's first bytes give away, or null. */
export function nameBinary(bytes: Uint8Array): BinaryKind | null {
  return SIGNATURES.find((signature) => matches(bytes, signature.bytes)) ?? null;
}

function matches(bytes: Uint8Array, expected: string): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (expected[index] !== "?" && bytes[index] !== expected.charCodeAt(index)) return false;
  }
  return true;
}
