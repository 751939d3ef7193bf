/** A whole number with thousands separators: 1,204. */
export function formatCount(count: number): string {
  const digits = String(Math.trunc(Math.abs(count)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, ",");
  return count < 0 && grouped !== "0" ? `-${grouped}` : grouped;
}

/** A count with its noun: "1 turn", "14 turns", "1,204 calls"; `many` where adding an s is not enough. */
export function formatPlural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
