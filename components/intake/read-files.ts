import { formatCount } from "@/lib/core/format/count";

/** Of an intake: as many sources as it may have calls. */
const MAX_FILES = 100_000;
/** Ours: folders are walked so long in one go; then the page answers. */
const WALK_MS = 20;
/** Ours: asking for files one by one is what takes the time, so many are asked for at once. */
const AT_ONCE = 64;

/** Why these files are not read at all, or null. Said before anything is read. */
export function whyNotFiles(files: readonly File[]): string | null {
  if (files.length === 0) return "There is no file in this. Nothing was taken in.";
  if (files.length > MAX_FILES) return `These are more than ${formatCount(MAX_FILES)} files, the most that is read at a time. Nothing was taken in. Choose fewer and try again.`;
  return null;
}

/** "aug-19.jsonl", "aug-19.jsonl and 2 more", or the folder's name. */
export function nameOfFiles(files: readonly File[]): string {
  const [first] = files;
  if (first === undefined) return "Files";
  const folder = pathOf(first).split("/");
  if (folder.length > 1 && folder[0] !== undefined && files.length > 1) return folder[0];
  return files.length === 1 ? first.name : `${first.name} and ${formatCount(files.length - 1)} more`;
}

/** A system's own files (.DS_Store and the like) are nobody's calls. */
export function withoutHidden(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => !name.startsWith("."));
}

/** Paths of files that were dropped in a folder: the browser gives those to chosen folders only. */
const droppedPaths = new WeakMap<File, string>();

/** A file's path inside the folder that was chosen or dropped, else its name. */
export function pathOf(file: File): string {
  return droppedPaths.get(file) ?? (file.webkitRelativePath === "" ? file.name : file.webkitRelativePath);
}

/** The files of a drop, those inside dropped folders too, in the order of their paths. The page answers while folders are walked. */
export async function readDropped(data: DataTransfer): Promise<readonly File[]> {
  // Entries and files can be asked for during the event only; the walk comes after.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = [...data.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return files;
  const walk = new FolderWalk();
  await walk.collect(entries);
  return walk.files;
}

class FolderWalk {
  readonly files: File[] = [];
  private sliceEnd = performance.now() + WALK_MS;

  /** One more than is allowed says that there are too many; a folder of a million files is not walked. */
  async collect(entries: readonly FileSystemEntry[]): Promise<void> {
    const ordered = [...entries].sort((left, right) => (left.name < right.name ? -1 : 1));
    for (let at = 0; at < ordered.length && this.files.length <= MAX_FILES; ) {
      const run = runOfFiles(ordered, at);
      this.files.push(...(await Promise.all(run.map(fileOf))));
      at += run.length;
      const folder = ordered[at];
      if (folder !== undefined && isFolder(folder)) {
        await this.collect(await readFolder(folder));
        at += 1;
      }
      await this.breathe();
    }
  }

  private async breathe(): Promise<void> {
    if (performance.now() < this.sliceEnd) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.sliceEnd = performance.now() + WALK_MS;
  }
}

/** The files that follow each other from a place on, at most so many as are asked for at once. */
function runOfFiles(entries: readonly FileSystemEntry[], from: number): readonly FileSystemFileEntry[] {
  const run: FileSystemFileEntry[] = [];
  for (let at = from; at < entries.length && run.length < AT_ONCE; at += 1) {
    const entry = entries[at];
    if (entry === undefined || !isFile(entry)) break;
    run.push(entry);
  }
  return run;
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  droppedPaths.set(file, entry.fullPath.replace(/^\//, ""));
  return file;
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
