/** Thrown out of a reading that was ended. */
export class Cancelled extends Error {}

/** Thrown out of a reading or sending that cannot go on; the message is for the person. */
export class ReadingFailed extends Error {}
