import { describe, expect, it } from "vitest";
import { inspectRecord } from "../inspect-record";
import { askedIn, callIn, remarksIn, saidIn } from "../text/said-in";

const json = (value: unknown): string => JSON.stringify(value);
const shapeOf = (value: unknown): string => inspectRecord(json(value)).detection.shape;

describe("Contact Lens and the form of Amazon Lex", () => {
  const item = { ParticipantId: "A", Id: "1", Content: "Hi" };
  const participants = [{ ParticipantId: "A", ParticipantRole: "AGENT" }];

  it("are told apart by their times", () => {
    const reasons = (transcript: readonly unknown[]): string => inspectRecord(json({ Participants: participants, Transcript: transcript })).detection.reasons.join();
    expect(reasons([item])).toBe("Transcript has ParticipantId and Content without times, as Amazon Lex has it");
    expect(reasons([{ ...item, BeginOffsetMillis: 5, EndOffsetMillis: 9 }])).toBe("Transcript items have ParticipantId, Content and BeginOffsetMillis");
  });

  it("in real time, and a participant who is not listed, are read as well", () => {
    const root = { Segments: [{ Transcript: { ...item, ParticipantRole: "CUSTOMER", BeginOffsetMillis: 1500, EndOffsetMillis: 1000 } }, { Categories: {} }, { Transcript: { ...item, ParticipantId: "AGENT", BeginOffsetMillis: 2000, EndOffsetMillis: 3000 } }] };
    expect(saidIn(json(root))).toEqual(["user|Hi|1.5|-", "assistant|Hi|2|3"]);
  });

  it("keep SYSTEM apart from the sides", () => {
    expect(saidIn(json({ Participants: [{ ParticipantId: "s", ParticipantRole: "SYSTEM" }, ...participants], Transcript: [item, { ...item, ParticipantId: "s" }] }))).toEqual(["assistant|Hi|-|-", "system|Hi|-|-"]);
  });
});

describe("AWS Transcribe", () => {
  const word = (content: string, start: string, label?: string): unknown => ({ type: "pronunciation", start_time: start, end_time: start, alternatives: [{ content }], ...(label === undefined ? {} : { speaker_label: label }) });
  const mark = (content: string): unknown => ({ type: "punctuation", alternatives: [{ content }] });

  it("puts words of two channels in the order of time", () => {
    const channels = [{ channel_label: "ch_0", items: [word("Hello", "0.1"), mark("."), word("Bye", "5.0"), mark(".")] }, { channel_label: "ch_1", items: [word("Hi", "2.0"), mark("!")] }];
    expect(saidIn(json({ jobName: "j", status: "COMPLETED", results: { items: [], transcripts: [], channel_labels: { channels, number_of_channels: 2 } } }), { "speakers:ch_0|ch_1": "ch_1" })).toEqual(["user|Hello.|0.1|0.1", "assistant|Hi!|2|2", "user|Bye.|5|5"]);
  });

  it("takes the speaker that stands on the item itself", () => {
    expect(saidIn(json({ results: { items: [word("a", "0.0", "spk_0"), mark(","), word("b", "1.0", "spk_0"), word("c", "2.0", "spk_1")] } }), { "speakers:spk_0|spk_1": "spk_0" })).toEqual(["assistant|a, b|0|1", "user|c|2|2"]);
  });

  it("without labels is one voice, a line a sentence, and is asked about", () => {
    const job = json({ jobName: "j", results: { items: [word("Hi", "0.0"), mark("."), word("Yes", "1.0"), mark("?")] } });
    expect(saidIn(job)).toEqual(["user|Hi.|0|0", "user|Yes?|1|1"]);
    expect(askedIn(job)).toEqual(["single-speaker", "agent"]);
  });
});

describe("Deepgram", () => {
  const body = (results: unknown): unknown => ({ metadata: { request_id: "r" }, results });

  it("takes the channel for the speaker where there are several", () => {
    const utterances = [{ start: 0, end: 1, channel: 0, speaker: 0, transcript: "a" }, { start: 1, end: 2, channel: 1, speaker: 0, transcript: "b" }];
    expect(askedIn(json(body({ channels: [{}, {}], utterances })))).toEqual(["speakers:channel 0|channel 1", "agent"]);
  });

  it("with one speaker says so and takes nobody for the agent", () => {
    const utterances = [{ start: 0, end: 1, channel: 0, speaker: 0, transcript: "a" }, { start: 1, end: 2, channel: 0, speaker: 0, transcript: "b" }];
    const source = json(body({ channels: [{}], utterances }));
    expect(saidIn(source)).toEqual(["user|a|0|1", "user|b|1|2"]);
    expect(remarksIn(source)).toContain("doubtful: Only one speaker was told apart, so every turn is on one side.");
  });

  it("keeps its own date for metadata: it is when the transcription was made", () => {
    const { call, metadata } = callIn(json({ metadata: { request_id: "r", created: "2026-03-02T09:30:05Z" }, results: { channels: [{ alternatives: [{ transcript: "hello" }] }] } }));
    expect([call, metadata]).toEqual([{ externalId: "r" }, { transcribedAt: "2026-03-02T09:30:05Z" }]);
  });
});

describe("AssemblyAI", () => {
  const job = (more: object): string => json({ id: "x", audio_url: "https://example.com/a.wav", speaker_labels: true, words: [], utterances: null, text: null, ...more });

  it("that failed says why there are no turns", () => {
    expect(remarksIn(job({ status: "error", error: "Download failed." }))).toEqual(["no-talk: AssemblyAI could not transcribe this: Download failed."]);
  });

  it("that goes on is not taken for finished", () => {
    expect(remarksIn(job({ status: "processing" }))[0]).toBe("unfinished: The transcription's status is “processing”, so words may be missing.");
  });

  it("counts words in milliseconds and the audio in seconds", () => {
    const words = [{ text: "Hi.", start: 1500, end: 1900, speaker: "A" }, { text: "Ho.", start: 2000, end: 2500, speaker: "B" }];
    const source = job({ status: "completed", audio_duration: 90, words });
    expect(saidIn(source, { "speakers:A|B": "A" })).toEqual(["assistant|Hi.|1.5|1.9", "user|Ho.|2|2.5"]);
    expect(callIn(source).call["durationSeconds"]).toBe(90);
  });
});

describe("Whisper", () => {
  const segment = (text: string, more: object = {}): unknown => ({ seek: 0, tokens: [1], start: 1, end: 2, text, ...more });

  it("with speakers that a tool added is asked about by them, and a segment without goes with the one before", () => {
    const source = json({ segments: [segment("a", { speaker: "SPEAKER_00" }), segment("b"), segment("c", { speaker: "SPEAKER_01" })] });
    expect(askedIn(source)).toEqual(["speakers:SPEAKER_00|SPEAKER_01", "agent"]);
    expect(saidIn(source, { "speakers:SPEAKER_00|SPEAKER_01": "SPEAKER_01" })).toEqual(["user|a|1|2", "user|b|1|2", "assistant|c|1|2"]);
  });

  it("never takes turns by itself", () => {
    expect(saidIn(json({ task: "transcribe", segments: [segment("a"), segment("b")] }))).toEqual(["user|a|1|2", "user|b|1|2"]);
  });

  it("drops what says nothing", () => {
    expect(saidIn(json({ task: "transcribe", segments: [segment(" "), segment("b")] }))).toEqual(["user|b|1|2"]);
  });
});

describe("transcriptions that are close to one another", () => {
  it.each([
    ["deepgram", { results: { channels: [] } }],
    ["google-speech", { results: [{ alternatives: [{ transcript: "hi", words: [{ word: "hi", startTime: "0s" }] }] }] }],
    ["openai-diarized", { task: "transcribe", segments: [{ type: "transcript.text.segment", speaker: "A", text: "a", start: 0, end: 1 }] }],
    ["whisper-verbose", { task: "transcribe", segments: [{ text: "a", start: 0, end: 1 }] }],
    ["twilio-sentences", { sentences: [{ mediaChannel: 1, sentenceIndex: 0, transcript: "a", startTime: 1, endTime: 2 }] }],
  ])("are told apart: %s", (shape, source) => {
    expect(shapeOf(source)).toBe(shape);
  });
});

describe("Google Speech-to-Text", () => {
  it("without speakers is a line a result, and is asked about", () => {
    const source = json({ results: [{ alternatives: [{ transcript: "Hello there", words: [{ startTime: "1.300s", endTime: "1.500s", word: "Hello" }] }, { transcript: "Yellow there" }], resultEndTime: "2.100s" }, { alternatives: [{ transcript: " Bye" }], resultEndTime: "4s" }] });
    expect(saidIn(source)).toEqual(["user|Hello there|1.3|2.1", "user|Bye|-|-"]);
    expect(askedIn(source)).toEqual(["single-speaker", "agent"]);
  });
});
