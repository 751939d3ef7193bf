import type { GivenSource } from "@/lib/intake/inspected-source";
import type { OfferedSource } from "./intake-step";
import { pathOf } from "./read-files";

/** A text as a source, under the name that a person knows it by. */
export function textSource(name: string, text: string): OfferedSource {
  return { name, provider: null, content: text };
}

/** A file as a source; in a folder it is named by its path. */
export function fileSource(file: File): OfferedSource {
  return { name: pathOf(file), provider: null, content: file };
}

/** What was offered with its content at hand. Rejects with the name of a sample that could not be fetched. */
export async function readOffered(offered: readonly OfferedSource[]): Promise<readonly GivenSource[]> {
  const given: GivenSource[] = [];
  for (const { name, provider, content } of offered) given.push({ name, provider, content: typeof content === "function" ? await content() : content });
  return given;
}
