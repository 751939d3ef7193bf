import { describe, expect, it } from "vitest";
import { changeFilter, isSameFilter, readView, viewPath } from "@/components/grid/grid-address";

const BATCH = "7b0d9a3e-5a2c-4f6b-9c1d-0e8f7a6b5c4d";
const read = (query: string) => readView(new URLSearchParams(query));

describe("a grid's view in the address", () => {
  it("is read back as it was written", () => {
    const view = { filter: { group: "needs-you", agent: "büro & co", batchId: BATCH, level: "any", cause: "42" }, sort: { sort: "turns", direction: "desc" } } as const;
    const path = viewPath("/calls", view);
    expect(path).toBe(`/calls?group=needs-you&batch=${BATCH}&agent=b%C3%BCro+%26+co&level=any&cause=42&sort=-turns`);
    expect(read(path.slice("/calls?".length))).toEqual(view);
  });

  it("never holds the words of a search", () => {
    expect(viewPath("/calls", { filter: { search: "Ms. Example 555-0100" }, sort: null })).toBe("/calls");
    expect(read("search=parrot")).toEqual({ filter: {}, sort: null });
  });

  it("leaves out what is no filter and no order", () => {
    expect(read("group=nonsense&batch=../etc&level=worst&sort=-nothing&other=1")).toEqual({ filter: {}, sort: null });
  });
});

describe("a changed filter", () => {
  it("loses a member that is set to undefined and keeps the others", () => {
    expect(changeFilter({ group: "sending", agent: "a" }, { group: undefined, level: "blocks" })).toEqual({ agent: "a", level: "blocks" });
  });

  it("is the same whatever the order of its members, and another where one differs", () => {
    expect(isSameFilter({ agent: "a", level: "odd" }, { level: "odd", agent: "a" })).toBe(true);
    expect([isSameFilter({ agent: "a" }, {}), isSameFilter({}, { agent: "a" }), isSameFilter({ agent: "a" }, { agent: "b" })]).toEqual([false, false, false]);
  });
});
