import fc from 'fast-check';
import { COMPONENT_TYPES, IMPACTS, LIKELIHOODS, RISKS, STRIDE, TREATMENTS } from '../../../../../src/core/model';
import { NOT_RATED, said } from '../../../../../src/core/threats/exchange/sketch';
import type { Sketch, SketchControl, SketchThreat } from '../../../../../src/core/threats/exchange/sketch';

/** Words that somebody may write, awkward ones with the others. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'a: b',
      'x: "y" #z',
      '- [planned] soup',
      'line one\nline two',
      '</text> & <b>',
      '`tick` "quote"',
      "it's",
      'a, b',
      '{a} [b]',
      'end',
      '12',
      'yes',
      'null',
      'Ünï çødé',
      'a\n\nb',
      'not encrypted',
      'x (confirmed)',
    ),
  )
  .map((text) => said(text.replace(/[ \t]+\n/gu, '\n')))
  .filter(
    (text): text is string =>
      text !== null && !/[\r\u2028\u2029\u0085]|\p{Cc}(?<!\n)/u.test(text) && !/\n\s*$/u.test(text),
  );
const oneLine = words.filter((text) => !text.includes('\n'));
const maybe = fc.option(words, { nil: null });
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/u), { minLength: 12, maxLength: 24 });
const pick = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });

const control: fc.Arbitrary<SketchControl> = fc.record({
  text: words,
  state: fc.constantFrom('in-place', 'planned'),
  owner: fc.option(oneLine, { nil: null }),
  due: fc.option(fc.constantFrom('2026-11-24', '2027-01-01'), { nil: null }),
  evidence: fc.option(oneLine, { nil: null }),
});

const ratings = fc.record({
  ...{ inherentLikelihood: pick(LIKELIHOODS), inherentImpact: pick(IMPACTS), inherent: pick(RISKS) },
  ...{ likelihood: pick(LIKELIHOODS), impact: pick(IMPACTS), residual: pick(RISKS) },
});

function threat(id: string, aims: readonly string[]): fc.Arbitrary<SketchThreat> {
  return fc
    .record({
      id: fc.constant(id),
      title: words,
      scenario: maybe,
      targets: fc.uniqueArray(fc.constantFrom(...aims), { maxLength: 3 }),
      stride: fc.uniqueArray(fc.constantFrom(...STRIDE), { maxLength: 2 }),
      rated: fc.oneof(ratings, fc.constant(NOT_RATED)),
      treatment: pick(TREATMENTS),
      status: pick(['open', 'in-progress', 'done']),
      controls: fc.array(control, { maxLength: 3 }),
    })
    .map(({ rated, ...rest }) => ({ ...rest, ...rated, more: {} }));
}

/** Threat models of some parts, with nested boundaries, flows and threats that aim at them. */
export const sketches: fc.Arbitrary<Sketch> = ids.chain((all) => {
  const [a, b, ...rest] = all.map((id, index) => `${id}${String(index)}`);
  const boundaries = [a ?? '', b ?? ''];
  const components = rest.slice(0, 4);
  const flows = rest.slice(4, 7);
  const aims = [...components, ...flows];
  return fc.record({
    system: oneLine,
    id: fc.constant(null),
    version: fc.constantFrom(null, '1.2', '3'),
    owner: maybe,
    authors: fc.array(words, { maxLength: 2 }),
    reviewed: fc.constantFrom(null, '2026-11-24'),
    purpose: maybe,
    outOfScope: fc.constant([]),
    assumptions: fc.array(words, { maxLength: 2 }),
    assets: fc
      .record({ name: maybe, description: maybe, sensitivity: maybe })
      .map((asset) => [{ id: 'records', ...asset }]),
    boundaries: fc.tuple(
      ...boundaries.map((id, index) =>
        fc.record({
          id: fc.constant(id),
          name: words,
          description: maybe,
          inside: fc.constantFrom(null, ...boundaries.slice(0, index)),
        }),
      ),
    ),
    components: fc.tuple(
      ...components.map((id) =>
        fc.record({
          ...{
            id: fc.constant(id),
            name: words,
            type: fc.constantFrom(...COMPONENT_TYPES),
            asset: fc.constantFrom(null, 'records'),
          },
          ...{ boundary: fc.constantFrom(null, ...boundaries), description: maybe },
        }),
      ),
    ),
    flows: fc.tuple(
      ...flows.map((id) =>
        fc.record({
          ...{ id: fc.constant(id), from: fc.constantFrom(...components), to: fc.constantFrom(...components) },
          ...{ data: maybe, description: maybe, protection: maybe },
        }),
      ),
    ),
    threats: fc.tuple(threat('t1', aims), threat('t2', aims)),
  });
});
