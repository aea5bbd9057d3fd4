import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The name space that RFC 9562 has for addresses. */
const URLS = '6ba7b8119dad11d180b400c04fd430c8';

/**
 * A UUID that follows from its words alone (version 5 of RFC 9562), so that the same tree gives the same report.
 */
export function uuidOf(...words: readonly string[]): string {
  const name = utf8ToBytes(['urn:ai-baseline', ...words].join('\u0000'));
  const bytes = sha1(new Uint8Array([...hexToBytes(URLS), ...name])).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** A point in time in the formats that ask for one: the day that everything is judged as of, at its beginning. */
export function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}
