/** How long work may go on without a pause, in milliseconds. */
const LONGEST = 12;

/**
 * Small files are read far faster one after the other than by way of threads; this gives everything else its turn. Call it
 * between pieces of work: it pauses only where the last pause is long ago.
 */
export function createBreather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < LONGEST) return undefined;
    return new Promise((resume) => {
      setImmediate(() => {
        last = performance.now();
        resume();
      });
    });
  };
}
