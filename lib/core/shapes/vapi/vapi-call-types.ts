/** Types of Vapi's own call object, which its API hands out and its webhook wraps, with the direction that each tells; null where it tells none. */
export const VAPI_CALL_TYPES: ReadonlyMap<string, string | null> = new Map([
  ["inboundPhoneCall", "inbound"],
  ["outboundPhoneCall", "outbound"],
  ["webCall", "web"],
  ["vapi.websocketCall", null],
]);
