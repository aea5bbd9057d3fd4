import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { diagramOf, diagramSvg } from '../../../src/core/diagram';
import type { Diagram, DiagramBox } from '../../../src/core/model';
import { readThreatModel } from '../../../src/core/threats/read-threat-model';
import { testCatalogue } from '../../support/catalogue';

const SAMPLE = readFileSync(join(__dirname, 'fixtures/support-bot.yaml'), 'utf8');

function drawn(yaml: string): Diagram {
  const model = readThreatModel('ai-security/threat-models/x.yaml', yaml, testCatalogue());
  assert.ok(model);
  return diagramOf(model);
}

/** Any architecture, with ids used twice, boundaries inside each other in circles, ends that are not there, and loops. */
const architectures = fc
  .record({
    components: fc.array(fc.tuple(fc.nat(25), fc.nat(6), fc.nat(8)), { maxLength: 40 }),
    boundaries: fc.array(fc.tuple(fc.nat(7), fc.nat(8)), { maxLength: 8 }),
    flows: fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.string({ maxLength: 40 })), { maxLength: 60 }),
  })
  .map(({ components, boundaries, flows }) => {
    const types = ['actor', 'process', 'store', 'model', 'tool', 'external', 'something'];
    return [
      'record: threat-model',
      `architecture: ${JSON.stringify({
        components: components.map(([id, type, inside]) => ({
          ...{ id: `c${id}`, name: `Part ${'long '.repeat(id % 9)}${id}`, type: types[type] },
          boundary: `b${inside}`,
        })),
        'trust-boundaries': boundaries.map(([id, inside]) => ({
          id: `b${id}`,
          name: `Zone ${id}`,
          inside: `b${inside}`,
        })),
        flows: flows.map(([from, to, data], at) => ({ id: `f${at}`, from: `c${from}`, to: `c${to}`, data })),
      })}`,
    ].join('\n');
  });

describe('the layout of a diagram', () => {
  it('keeps parts apart, inside their boundaries and clear of flows and of each other’s words, whatever the model', () => {
    fc.assert(
      fc.property(architectures, (yaml) => {
        const diagram = drawn(yaml);
        check(diagram);
        assert.deepEqual(drawn(yaml), diagram);
      }),
      { numRuns: 60 },
    );
  });

  it('shows boundaries inside each other, ways back, loops, and ends that nobody describes', () => {
    const diagram = drawn(SAMPLE);
    check(diagram);
    const box = (id: string) => [...diagram.boundaries, ...diagram.nodes].find((each) => each.id === id) as DiagramBox;
    assert.ok(within(box('inner'), box('ours')) && within(box('app'), box('inner')) && within(box('web'), box('ours')));
    assert.ok(!within(box('web'), box('inner')));
    assert.deepEqual(
      diagram.nodes.filter(({ type }) => type === 'unknown').map(({ name }) => name),
      ['audit log'],
    );
    assert.equal(diagram.flows.length, 10);
    assert.ok(box('user').x < box('web').x && box('web').x < box('app').x && box('app').x < box('llm').x);
    assert.deepEqual(
      diagram.list.map(({ id, nodes, risk }) => [id, nodes, risk !== null]),
      [
        ['T01', ['app', 'llm'], true],
        ['T02', ['refund'], true],
        ['T03', ['index'], false],
      ],
    );
  });

  it('goes from left to right along a chain that fits, and folds one that does not', () => {
    const chain = (count: number) => {
      const ids = Array.from({ length: count }, (_, at) => `c${at}`);
      const components = ids.map((id) => ({ id, type: 'process' }));
      const flows = ids.slice(1).map((to, at) => ({ from: `c${at}`, to }));
      return drawn(`record: threat-model\narchitecture: ${JSON.stringify({ components, flows })}`);
    };
    assert.equal(new Set(chain(4).nodes.map(({ x }) => x)).size, 4);
    const long = chain(100);
    assert.ok(long.width < 4 * long.height, `${long.width} by ${long.height}`);
    check(long);
  });

  it('is one well-formed picture, with hostile words in it as words', () => {
    const name = JSON.stringify('</text><script>alert(1)</script>&"\'\u0007\ud800 ]]>');
    const yaml = `record: threat-model\nsystem: ${name}\narchitecture: {components: [{id: ${name}, name: ${name}, boundary: ${name}}], trust-boundaries: [{id: ${name}, name: ${name}}], flows: [{from: ${name}, to: x, data: ${name}}]}`;
    const svg = diagramSvg(drawn(yaml));
    assert.doesNotMatch(svg, /<script|\p{Surrogate}/u);
    // eslint-disable-next-line no-control-regex -- that none is left is what is held here
    assert.doesNotMatch(svg, /[\u0000-\u0008]/u);
    const open: string[] = [];
    for (const [, closing, tag = '', alone] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/giu)) {
      if (closing) assert.equal(open.pop(), tag);
      else if (!alone) open.push(tag);
    }
    assert.deepEqual(open, []);
    assert.doesNotMatch(svg, /&(?!amp;|lt;|gt;|quot;)/u);
  });
});

function check({ nodes, boundaries, flows, width, height }: Diagram): void {
  const all = { x: 0, y: 0, width, height };
  for (const box of [...nodes, ...boundaries]) assert.ok(within(box, all), `${box.id} lies in the picture`);
  nodes.forEach((one, at) => {
    for (const other of nodes.slice(at + 1)) assert.ok(!overlap(one, other), `${one.id} and ${other.id} lie apart`);
  });
  boundaries.forEach((one, at) => {
    for (const other of boundaries.slice(at + 1)) {
      assert.ok(!overlap(one, other) || within(one, other) || within(other, one), `${one.id} and ${other.id}`);
    }
    for (const node of nodes) assert.ok(!overlap(node, one) || within(node, one), `${node.id} in or out of ${one.id}`);
  });
  const words = flows.flatMap(({ id, label, labelAt: { x, y } }) => {
    const wide = label.length * 6;
    return label === '' ? [] : [{ id, x: x - wide / 2, y: y - 7, width: wide, height: 14 }];
  });
  words.forEach((one, at) => {
    for (const other of [...nodes, ...words.slice(at + 1)]) assert.ok(!overlap(one, other), `words of ${one.id}`);
  });
  for (const { id, points } of flows) {
    points.slice(1).forEach((end, at) => {
      const start = points[at] ?? end;
      const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
      const stretch = { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
      for (const node of nodes) assert.ok(!overlap(stretch, inner(node)), `${id} goes around ${node.id}`);
      assert.ok(stretch.width === 0 || stretch.height === 0, `${id} goes straight`);
    });
  }
}

/** Flows begin at the outline, which may lie a little inside the box. */
function inner({ x, y, width, height }: DiagramBox): DiagramBox {
  return { x: x + 26, y: y + 1, width: width - 52, height: height - 2 };
}

function overlap(one: DiagramBox, other: DiagramBox): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function within(one: DiagramBox, other: DiagramBox): boolean {
  return (
    one.x >= other.x &&
    one.y >= other.y &&
    one.x + one.width <= other.x + other.width &&
    one.y + one.height <= other.y + other.height
  );
}
