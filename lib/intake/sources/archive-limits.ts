import { formatCount } from "@/lib/core/format/count";

const MB = 1024 * 1024;
/** Reliability S19: an archive may unpack to a hundred times its size, and to 512 MB. */
const MAX_RATIO = 100;
export const MAX_UNPACKED_BYTES = 512 * MB;
/** Ours: what unpacks to less than this harms nobody, however well it packs. */
const FREE_BYTES = MB;

/** Why an archive that unpacks to so many bytes is refused, or null. Counted while unpacking, and asked of what an archive says of itself. */
export function whyTooLarge(name: string, packedBytes: number, unpackedBytes: number): string | null {
  const end = "Nothing was taken in. Unpack it and choose the files inside.";
  if (unpackedBytes > MAX_UNPACKED_BYTES) return `${name} unpacks to more than ${formatCount(MAX_UNPACKED_BYTES / MB)} MB, the most that is unpacked here. ${end}`;
  if (unpackedBytes > FREE_BYTES && unpackedBytes > packedBytes * MAX_RATIO) return `${name} unpacks to more than ${MAX_RATIO} times its size, the most that is unpacked here. ${end}`;
  return null;
}
