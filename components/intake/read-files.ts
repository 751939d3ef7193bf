import { MAX_SOURCE_BYTES } from "@/lib/core/records/limits";
import { formatCount } from "@/lib/core/format/count";

/** Ours: each file is read and judged one after another; more of them belong into one file of JSON Lines. */
const MAX_FILES = 200;

/** Why these files are not read at all, or null. Said before anything is read. */
export function whyNotFiles(files: readonly File[]): string | null {
  if (files.length === 0) return "There is no file in this. Nothing was taken in.";
  if (files.length > MAX_FILES) return `These are ${formatCount(files.length)} files. This release reads at most ${MAX_FILES} at a time. Nothing was taken in. Choose fewer and try again.`;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const limit = MAX_SOURCE_BYTES / (1024 * 1024);
  if (files.length === 1 || bytes <= MAX_SOURCE_BYTES) return null;
  return `These files are ${formatCount(Math.ceil(bytes / (1024 * 1024)))} MB together. This release reads at most ${limit} MB at a time. Nothing was taken in. Choose fewer and try again.`;
}

/** "aug-19.jsonl", "aug-19.jsonl and 2 more", or the folder's name. */
export function nameOfFiles(files: readonly File[]): string {
  const [first] = files;
  if (first === undefined) return "Files";
  const folder = first.webkitRelativePath.split("/")[0];
  if (folder !== undefined && folder !== "" && files.length > 1) return folder;
  return files.length === 1 ? first.name : `${first.name} and ${formatCount(files.length - 1)} more`;
}

/** A system's own files (.DS_Store and the like) are nobody's calls. */
export function withoutHidden(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => !name.startsWith("."));
}

/** The files of a drop, those inside dropped folders too, in the order of their paths. */
export async function readDropped(data: DataTransfer): Promise<readonly File[]> {
  // Entries and files can be asked for during the event only; the walk comes after.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...data.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  // One more than is allowed says that there are too many; a folder of a million files is not walked.
  if (found.length > MAX_FILES) return;
  if (isFile(entry)) {
    found.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  if (isFolder(entry)) for (const inner of await readFolder(entry)) await collect(inner, found);
}

/** Browsers hand a folder over in pieces of 100. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
