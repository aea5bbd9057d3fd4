import { isUtf8 } from 'node:buffer';

/** Bytes a person could read as text, or null where they are something else. The BOM is taken off. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (looksBinary(bytes)) return null;
  if (isUtf8(bytes)) return decodeUtf8(withoutMark(bytes));
  // Old sources in Latin-1 are text all the same: one byte, one character, so that columns stay right.
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Bytes that are UTF-8 already, without the mark in front. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

export function decodeUtf8({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('utf8');
}

const LOOKED_AT = 64 * 1024;
/** 1 for each byte that no text holds: control characters but for blanks, line ends and escape. */
const CONTROL = Uint8Array.from({ length: 256 }, (_value, byte) =>
  Number(byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)),
);

/** True where the beginning holds a NUL, or many other bytes that no text holds. UTF-16 has to be told before. */
export function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, LOOKED_AT);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  if (head.includes(0)) return true;
  return controlsIn(head) > head.length / 20;
}

/** Four bytes at a time: most hold nothing below a blank. */
function controlsIn(bytes: Uint8Array): number {
  const isAligned = bytes.byteOffset % 4 === 0;
  const fours = isAligned ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) : new Int32Array();
  let controls = 0;
  for (let at = 0; at < fours.length; at += 1) {
    const four = fours[at] ?? 0;
    if (((four - 0x20202020) & ~four & 0x80808080) === 0) continue;
    for (let byte = 0; byte < 32; byte += 8) controls += CONTROL[(four >>> byte) & 0xff] ?? 0;
  }
  for (let at = fours.length * 4; at < bytes.length; at += 1) controls += CONTROL[bytes[at] ?? 0] ?? 0;
  return controls;
}
