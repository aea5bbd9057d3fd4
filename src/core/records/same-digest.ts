const DIGEST = /^((?:text\d+:)?sha256):([0-9a-f]{64})$/iu;

/** Whether two digests are the same; null where they are no digests of one algorithm. */
export function sameDigest(before: string | null, now: string | null): boolean | null {
  const [was, is] = [DIGEST.exec(before ?? ''), DIGEST.exec(now ?? '')];
  if (!was || !is || was[1]?.toLowerCase() !== is[1]?.toLowerCase()) return null;
  return was[2]?.toLowerCase() === is[2]?.toLowerCase();
}
