import { expect, test } from "vitest";
import { errorName, makeLogger, type LogFields } from "@/lib/server/logger";

function captured(write: (logger: ReturnType<typeof makeLogger>) => void): readonly string[] {
  const lines: string[] = [];
  write(makeLogger("info", { write: (line: string) => void lines.push(line) }));
  return lines;
}

test("writes one JSON line for each event, with the fields that are allowed", () => {
  const [line] = captured((logger) => logger.info("request", { requestId: "r-1", status: 200, durationMs: 3 }));
  expect(JSON.parse(line ?? "")).toMatchObject({ msg: "request", requestId: "r-1", status: 200, durationMs: 3, level: 30 });
});

test("leaves out every field that is not on the list, whatever the types say", () => {
  const smuggled = { requestId: "r-1", body: "secret sentence", headers: { authorization: "Bearer secret" }, phone: "+49 151" } as LogFields;
  const [line] = captured((logger) => logger.error("request failed", smuggled));
  expect(line).not.toMatch(/secret|Bearer|49 151/);
});

test("keeps a line break inside its line", () => {
  const lines = captured((logger) => logger.warn("request", { route: 'a\r\n{"level":60,"msg":"forged"}' }));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd().split("\n")).toHaveLength(1);
});

test("says nothing below its level", () => {
  expect(captured((logger) => logger.debug("request"))).toEqual([]);
});

test("names what was thrown and nothing else", () => {
  expect([errorName(new RangeError("secret")), errorName("secret"), errorName(null)]).toEqual(["RangeError", "string", "object"]);
});
