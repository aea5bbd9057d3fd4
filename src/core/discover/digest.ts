import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Digest of a text as records keep it: line ends LF, no BOM, no newline at the end. The prefix names the algorithm, so
 * that a better one does not make every record look out of date.
 */
export function textDigest(text: string): string {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  return `text1:sha256:${bytesToHex(sha256(utf8ToBytes(plain)))}`;
}
