import { Session, type Profiler } from 'node:inspector';

/** Between two looks at the stack, in microseconds. */
const INTERVAL = 500;

/** Watches the stack of this thread from now on; the answer stops that and gives all it saw. */
export function watchStack(): () => Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  session.post('Profiler.start');
  return () =>
    new Promise((done, fail) => {
      session.post('Profiler.stop', (error, { profile }) => (error ? fail(error) : done(profile)));
    });
}

/** The longest time in milliseconds that code of `file` held the thread without a break, and whatever it called. */
export function longestHold({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, file: string): number {
  const own = ownNodes(nodes, file);
  let [longest, current] = [0, 0];
  for (const [at, node] of samples.entries()) {
    current = own.has(node) ? current + (timeDeltas[at + 1] ?? 0) : 0;
    longest = Math.max(longest, current);
  }
  return longest / 1000;
}

/** Parents come before their children in a profile. */
function ownNodes(nodes: readonly Profiler.ProfileNode[], file: string): ReadonlySet<number> {
  const own = new Set<number>();
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.endsWith(file)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  return own;
}
