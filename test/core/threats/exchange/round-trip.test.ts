import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ComponentType, Threat, ThreatModel } from '../../../../src/core/model';
import { Notes } from '../../../../src/core/threats/exchange/notes';
import { writeYaml } from '../../../../src/core/threats/exchange/write-yaml';
import { sketches } from './support/arbitrary';
import { assertValid, exported, imported, JSON_FORMATS, readBack } from './support/formats';
import type { JsonFormat } from './support/formats';

/** What a format can hold of a threat model. */
type Held = (model: ThreatModel) => object;

const text = (placed: { readonly text: string } | null) => placed?.text ?? null;
const byId = <T extends { readonly id: unknown }>(all: readonly T[]) =>
  [...all].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

function drawn(model: ThreatModel, type: (type: ComponentType) => ComponentType) {
  return {
    system: model.system,
    purpose: model.purpose,
    components: model.components.map(({ id, name, type: own, boundary, description }) => ({
      ...{ id, name, type: type(own), boundary: text(boundary), description },
    })),
  };
}

function boundaries({ boundaries: all }: ThreatModel) {
  return all.map(({ id, name, parent, description }) => ({ id, name, parent: text(parent), description }));
}

function flows({ flows: all }: ThreatModel) {
  return byId(
    all.map(({ id, from, to, data, description, protection }) => ({
      ...{ id, from: text(from), to: text(to), data, description, protection },
    })),
  );
}

function threat({ id, title, scenario, targets }: Threat) {
  return { id: id.text, title, scenario, targets: targets.map(({ text: target }) => target).sort() };
}

function rated(each: Threat) {
  const { inherentLikelihood, inherentImpact, inherent, likelihood, impact, residual, treatment, status } = each;
  return { inherentLikelihood, inherentImpact, inherent, likelihood, impact, residual, treatment, status };
}

/** Every threat has a status in Threat Dragon: one that nothing is said of is open. */
function standing({ treatment, status }: Threat) {
  return { status: status ?? (treatment === null || treatment === 'mitigate' ? 'open' : null) };
}

function controls(each: Threat) {
  return each.controls.map(({ text: words, state, owner, due, evidence }) => ({
    ...{ words, state, owner, due: due?.date ?? null, evidence },
  }));
}

const held: Readonly<Record<JsonFormat, Held>> = {
  'threat-dragon': (model) => ({
    ...drawn(model, (type) => (type === 'external' ? 'actor' : type === 'model' || type === 'tool' ? 'process' : type)),
    ...{
      owner: model.owner,
      authors: model.authors,
      version: model.version,
      boundaries: boundaries(model),
      flows: flows(model),
    },
    threats: byId(
      model.threats.map((each) => ({
        ...{
          ...threat(each),
          stride: each.stride.slice(0, 1),
          ...rated(each),
          ...standing(each),
          controls: controls(each),
        },
      })),
    ),
  }),
  otm: (model) => ({
    ...drawn(model, (type) => type),
    ...{ owner: model.owner, authors: model.authors, boundaries: boundaries(model), flows: flows(model) },
    assumptions: model.assumptions,
    assets: model.assets.map(({ asset, name, description, sensitivity }) => ({
      id: asset.text,
      name,
      description,
      sensitivity,
    })),
    held: model.components.map(({ asset }) => text(asset)),
    threats: model.threats.map((each) => ({
      ...threat(each),
      stride: each.stride,
      ...rated(each),
      controls: new Set(controls(each)),
    })),
  }),
  tmlib: (model) => ({
    ...drawn(model, (type) => (type === 'model' || type === 'tool' ? 'process' : type)),
    components: byId(drawn(model, (type) => (type === 'model' || type === 'tool' ? 'process' : type)).components),
    reviewed: model.reviewed?.date ?? null,
    assumptions: model.assumptions,
    boundaries: boundaries(model).map(({ id, name, description }) => ({ id, name, description })),
    flows: flows(model).map((flow) => ({ ...flow, data: flow.data ?? flow.id, protection: null })),
    assets: model.assets.map(({ asset, name, description }) => ({ id: asset.text, name, description })),
    threats: model.threats.map((each) => ({
      ...threat(each),
      targets: each.targets
        .flatMap(({ text: id }) => (model.components.some((part) => part.id === id) ? [id] : []))
        .sort(),
      residual: each.likelihood !== null && each.impact !== null ? each.residual : null,
      controls: new Set(each.controls.map(({ text: words, state }) => JSON.stringify([words, state]))),
    })),
  }),
};

describe('exchange of threat models: there and back', () => {
  for (const format of JSON_FORMATS) {
    it(`${format} is valid and loses nothing that it can hold`, () => {
      fc.assert(
        fc.property(sketches, (sketch) => {
          const first = writeYaml(sketch, 'a test', new Notes());
          const sent = exported(first, format);
          assertValid(format, sent.text);
          const back = imported(sent.text);
          assert.deepEqual(back.problems, []);
          const before = readBack({ ...back, text: first });
          assert.deepEqual(held[format](readBack(back)), held[format](before));
        }),
        { numRuns: 150 },
      );
    });
  }
});
