import { describe, expect, it } from "vitest";
import { WHATSAPP_CHAT } from "@/lib/core/shapes/text/whatsapp/whatsapp-chat";
import { readChatLine } from "@/lib/core/shapes/text/whatsapp/chat-line";
import { readMessageText } from "@/lib/core/shapes/text/whatsapp/message-text";
import { provenOrder, readWrittenDate, wallMs } from "@/lib/core/shapes/text/moments/written-date";
import { zoneClock } from "@/lib/core/shapes/text/moments/zone-clock";
import { askedIn, callIn, saidIn } from "./said-in";

describe("the head of a message", () => {
  it.each([
    ["[12/03/2026, 10:02:15] Ann: hi", "12/03/2026, 10:02:15", "Ann"],
    ["\u200E[12.03.26, 10:02:15] Ann: hi", "12.03.26, 10:02:15", "Ann"],
    ["[3/12/26, 10:02:15\u202FPM] \u200EAnn Berg: hi", "3/12/26, 10:02:15\u202FPM", "Ann Berg"],
    ["12/03/2026, 10:02 - Ann: hi", "12/03/2026, 10:02", "Ann"],
    ["12.03.26, 10:02 - +49 30 1234567: hi", "12.03.26, 10:02", "+49 30 1234567"],
    ["12-03-2026 10:02 a. m. - Ann: hi", "12-03-2026 10:02 a. m.", "Ann"],
    ["2026-03-12, 10:02 - Ann: hi", "2026-03-12, 10:02", "Ann"],
    ["12/03/2026, 10:02 - Ann left", "12/03/2026, 10:02", null],
    ["12/03/2026, 10:02 - Ann changed the subject to “a: b”", "12/03/2026, 10:02", null],
    ["12/03/2026, 10:02 - Ann created group: hi", "12/03/2026, 10:02", null],
  ])("%j", (line, time, sender) => {
    const head = readChatLine(line);
    expect([head?.time.text, head?.sender?.text ?? null]).toEqual([time, sender]);
  });

  it.each(["hi", "12/03 is fine: yes", "[00:12] Agent: hi", "2026-03-02 10:00:01 - INFO: started", "at 12/03/2026, 10:02 - Ann: hi", ""])("is not read from %j", (line) => {
    expect(readChatLine(line)).toBeNull();
  });
});

describe("a message's text", () => {
  it.each([
    ["hello", "hello"],
    ["\u200Eimage omitted", "[image]"],
    ["<Media omitted>", "[media]"],
    ["<Medien ausgeschlossen>", "[media]"],
    ["\u200E<attached: 0001-PHOTO.jpg>", "[file 0001-PHOTO.jpg]"],
    ["IMG-1.jpg (file attached)\nlook", "[file IMG-1.jpg]\nlook"],
    ["yes \u200E<This message was edited>", "yes"],
    ["This message was deleted", ""],
    ["Diese Nachricht wurde gelöscht.", ""],
    ["I deleted: this message was deleted", "I deleted: this message was deleted"],
  ])("of %j is %j", (source, content) => {
    expect(readMessageText(source).content).toBe(content);
  });
});

describe("the order of day and month", () => {
  const order = (...texts: readonly string[]): string => provenOrder(texts.flatMap((text) => readWrittenDate(text) ?? []));

  it("is proved by a number above 12 anywhere", () => {
    expect(order("03/04/26, 10:02", "13/04/26, 10:02")).toBe("day-first");
    expect(order("03/04/26, 10:02", "04/13/26, 10:02")).toBe("month-first");
    expect(order("03/04/26, 10:02", "04/03/26, 10:02")).toBe("open");
    expect(order("13/04/26, 10:02", "04/13/26, 10:02")).toBe("mixed");
  });

  it("needs no proof where the year comes first", () => {
    expect(order("2026-03-04, 10:02")).toBe("day-first");
    expect(wallMs(readWrittenDate("2026-03-04 10:02:03") ?? neverRead(), "month-first")).toBe(Date.UTC(2026, 2, 4, 10, 2, 3));
  });

  it("is asked about a chat without proof, American with AM and PM and slashes", () => {
    const chat = "3/4/26, 10:02 PM - Agent: hi\n3/5/26, 12:02 AM - User: ho";
    expect(askedIn(chat)).toEqual(["date-order", "time-zone", "agent"]);
    expect(saidIn(chat)).toEqual(["assistant|hi|0|-", "user|ho|7200|-"]);
    expect(saidIn(chat, { "date-order": "day-first" })).toEqual(["assistant|hi|0|-", "user|ho|2512800|-"]);
  });
});

describe("a day and time", () => {
  it.each([["12:00 AM", 0], ["12:30 PM", 45_000], ["1:00 p.m.", 46_800], ["23:59:59", 86_399]])("%s is %d seconds after midnight", (time, seconds) => {
    expect(readWrittenDate(`2026-03-02 ${time}`)?.seconds).toBe(seconds);
  });

  it.each(["31/02/2026 10:00", "32/01/2026 10:00", "2026-13-01 10:00", "1/1/2026 24:00", "1/1/2026 13:00 PM"])("%s is none", (text) => {
    const date = readWrittenDate(text);
    expect(date && wallMs(date, "day-first")).toBeNull();
  });
});

describe("a zone", () => {
  const utc = (zone: string, wall: number): string => new Date(zoneClock(zone)?.(wall) ?? Number.NaN).toISOString();

  it("turns what a wall clock shows into an instant", () => {
    expect(utc("Europe/Berlin", Date.UTC(2026, 2, 2, 10))).toBe("2026-03-02T09:00:00.000Z");
    expect(utc("Europe/Berlin", Date.UTC(2026, 6, 2, 10))).toBe("2026-07-02T08:00:00.000Z");
    expect(utc("+05:30", Date.UTC(2026, 2, 2, 10))).toBe("2026-03-02T04:30:00.000Z");
    expect(utc("UTC-3", Date.UTC(2026, 2, 2, 10))).toBe("2026-03-02T13:00:00.000Z");
    expect(utc("utc", Date.UTC(2026, 2, 2, 10))).toBe("2026-03-02T10:00:00.000Z");
  });

  it("takes the first of an hour that comes twice, and goes on through one that is skipped", () => {
    expect(utc("Europe/Berlin", Date.UTC(2026, 9, 25, 2, 30))).toBe("2026-10-25T00:30:00.000Z");
    expect(utc("Europe/Berlin", Date.UTC(2026, 2, 29, 2, 30))).toBe("2026-03-29T01:30:00.000Z");
  });

  it.each(["", "Nowhere/City", "+99:00", "half past two"])("%j is none, and the start stays out", (zone) => {
    expect(zoneClock(zone)).toBeNull();
    expect(callIn("13/03/2026, 10:02 - Agent: hi\n13/03/2026, 10:03 - User: ho", { "time-zone": zone }).call["startedAt"]).toBeUndefined();
  });
});

describe("a chat", () => {
  it("counts over a change of the clocks as time went on, once the zone is known", () => {
    const chat = "[28/03/2026, 12:00:00] Agent: hi\n[29/03/2026, 12:00:00] User: ho";
    expect(saidIn(chat)).toEqual(["assistant|hi|0|-", "user|ho|86400|-"]);
    expect(saidIn(chat, { "time-zone": "Europe/Berlin" })).toEqual(["assistant|hi|0|-", "user|ho|82800|-"]);
  });

  it("asks who the business is among many senders", () => {
    expect(askedIn("13/03/2026, 10:02 - Ann: a\n13/03/2026, 10:03 - Ben: b\n13/03/2026, 10:04 - Cem: c")).toContain("agent-speaker");
  });

  it.each(["03/02/2026 10:00:01 - INFO: started\n03/02/2026 10:00:02 - ERROR: stopped\n", "12/03/2026, 10:02 - Ann: hi", "Hello\n12/03/2026, 10:02 - Ann: hi\n12/03/2026, 10:02 - Ben: hi"])("is not seen in %j", (text) => {
    expect(WHATSAPP_CHAT.likeness(text)).toBeLessThan(0.3);
  });
});

function neverRead(): never {
  throw new Error("It was not read");
}
