/** A way from one item to another, by their places in a list. */
export interface Step {
  readonly from: number;
  readonly to: number;
}

/**
 * How far to the right each of `count` items belongs: beyond all that leads to it. Of two ways between a pair the more frequent
 * counts, then the first; circles are opened at their first item.
 */
export function ranksOf(count: number, steps: readonly Step[]): number[] {
  const ways = oneWay(steps);
  const [after, before] = [lists(count), lists(count)];
  for (const { from, to } of ways) {
    after[from]?.push(to);
    before[to]?.push(from);
  }
  const ranks = longestWays(count, after, before);
  // What only feeds others stands right before the first of them.
  return ranks.map((rank, item) => {
    const next = after[item] ?? [];
    if (next.length === 0 || (before[item]?.length ?? 0) > 0) return rank;
    return Math.max(0, Math.min(...next.map((each) => ranks[each] ?? 0)) - 1);
  });
}

function longestWays(count: number, after: readonly number[][], before: readonly number[][]): number[] {
  const ranks = new Array<number>(count).fill(0);
  const waiting = before.map((list) => list.length);
  const done = new Set<number>();
  const ready = waiting.flatMap((number, item) => (number === 0 ? [item] : []));
  let unopened = 0;
  while (done.size < count) {
    let item = ready.shift();
    if (item === undefined) {
      while (done.has(unopened)) unopened += 1;
      item = unopened;
    }
    if (done.has(item)) continue;
    done.add(item);
    for (const next of after[item] ?? []) {
      if (done.has(next)) continue;
      ranks[next] = Math.max(ranks[next] ?? 0, (ranks[item] ?? 0) + 1);
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) ready.push(next);
    }
  }
  return ranks;
}

function oneWay(steps: readonly Step[]): Step[] {
  const pairs = new Map<string, { readonly step: Step; sum: number }>();
  for (const step of steps) {
    if (step.from === step.to) continue;
    const key = `${Math.min(step.from, step.to)} ${Math.max(step.from, step.to)}`;
    const pair = pairs.get(key);
    if (!pair) pairs.set(key, { step, sum: 1 });
    else pair.sum += pair.step.from === step.from ? 1 : -1;
  }
  return [...pairs.values()].map(({ step, sum }) => (sum >= 0 ? step : { from: step.to, to: step.from }));
}

function lists(count: number): number[][] {
  return Array.from({ length: count }, () => []);
}
