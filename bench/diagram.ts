/**
 * How long a large threat model takes to be drawn, as a ratio to reading its YAML in the same moment: 200 parts in twelve
 * boundaries, 300 flows, 500 threats. `npx tsx bench/diagram.ts`; builds nothing, but `npm run generate` has to have run.
 */
import { parse } from 'yaml';
import { threatModelSvg } from '../src/core';
import { embeddedCatalogue } from '../src/node/catalogue';

const PARTS = 200;
const THREATS = 500;
const ZONES = 12;
const TYPES = ['actor', 'process', 'store', 'model', 'tool', 'external'];

function largeModel(): string {
  const zone = (part: number) => Math.floor((part * ZONES) / PARTS);
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  return [
    'record: threat-model\nid: large\nsystem: Large\narchitecture:\n  trust-boundaries:',
    ...numbers(ZONES).map((at) => `    - { id: z${at}, name: Zone ${at}${at < 9 ? '' : `, inside: z${at - 9}`} }`),
    '  components:',
    ...numbers(PARTS).map(
      (at) => `    - { id: c${at}, name: Part number ${at}, type: ${TYPES[at % 6] ?? ''}, boundary: z${zone(at)} }`,
    ),
    '  flows:',
    ...numbers(PARTS).map(
      (at) => `    - { from: c${Math.max(0, at - 1 - (at % 8))}, to: c${at}, data: records ${at} }`,
    ),
    ...numbers(PARTS / 2).map((at) => `    - { from: c${(at * 37) % PARTS}, to: c${(at * 59) % PARTS}, data: events }`),
    'threats:',
    ...numbers(THREATS).map(
      (at) =>
        `  - id: T${at}\n    title: Threat number ${at}\n    asset: [c${at % PARTS}]\n    likelihood: possible\n    impact: major`,
    ),
    '',
  ].join('\n');
}

function fastest(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const text = largeModel();
const catalogue = embeddedCatalogue();
const read = fastest(() => parse(text));
const drawn = fastest(() => threatModelSvg({ path: 'large.yaml', text }, catalogue));
console.log(
  `${PARTS} parts, ${THREATS} threats: read and drawn in ${drawn.toFixed(0)} ms, of which YAML ${read.toFixed(0)} ms;`,
);
console.log(`ratio ${(drawn / read).toFixed(1)}. Under 1,000 ms: ${drawn < 1000 ? 'kept' : 'not kept'}.`);
