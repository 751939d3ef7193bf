import type { DuplicateId, IntakeReport } from "@/lib/intake/intake-report";
import { detach } from "./detach";

/** Ours: what one screen can list. */
const MAX_SHOWN = 200;

interface Entry {
  count: number;
  readonly places: readonly string[];
}

/** Which external ids come how often. */
export class IdBook {
  private readonly ids = new Map<string, Entry>();

  add(externalId: string, place: string): void {
    this.merge(externalId, { count: 1, places: [place] });
  }

  addAll(other: IdBook): void {
    for (const [externalId, entry] of other.ids) this.merge(externalId, entry);
  }

  get duplicates(): IntakeReport["duplicates"] {
    let [ids, records] = [0, 0];
    const first: DuplicateId[] = [];
    for (const [externalId, { count, places }] of this.ids) {
      if (count < 2) continue;
      ids += 1;
      records += count;
      if (first.length < MAX_SHOWN) first.push({ externalId, count, places });
    }
    return { ids, records, first };
  }

  private merge(externalId: string, entry: Entry): void {
    const known = this.ids.get(externalId);
    if (known === undefined) this.ids.set(detach(externalId), { count: entry.count, places: entry.places.map(detach) });
    else if (known.places.length === 1 && entry.places.length > 0) this.ids.set(externalId, { count: known.count + entry.count, places: [...known.places, detach(entry.places[0] ?? "")] });
    else known.count += entry.count;
  }
}
