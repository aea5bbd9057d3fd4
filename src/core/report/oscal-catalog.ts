import type { Principle, Provision } from '../catalogue';
import { forceDetail, principleRolesText, roleBasisText, ukBasisText } from '../catalogue/words';
import { OUR_NAMES, controlId, metadata, oscalDocument, prop, some } from './oscal-parts';
import { standardName } from './input';
import type { ReportInput } from './input';
import { uuidOf } from './uuid';

/**
 * The catalogue as an OSCAL catalog: a group for each principle, a control for each provision, all in our own words. What
 * the project is or claims does not stand in it.
 */
export function oscalCatalog(input: ReportInput): string {
  const { catalogue, snapshot } = input;
  return oscalDocument('catalog', {
    metadata: {
      ...metadata(input, `${standardName(snapshot)} in our own words`),
      version: catalogue.standard.version,
      remarks: 'Paraphrase of a standard whose text is all rights reserved. The sentences are ours; the text decides.',
    },
    groups: catalogue.principles.map(group),
    'back-matter': {
      resources: [
        {
          uuid: uuidOf('standard', catalogue.standard.id, catalogue.standard.version),
          title: `${catalogue.standard.id} ${catalogue.standard.version}`,
          citation: { text: `${catalogue.standard.id} ${catalogue.standard.version}, ${catalogue.standard.title}` },
        },
      ],
    },
  });
}

function group(principle: Principle) {
  const { number, clause, title, phase, phaseClause, summary, provisions } = principle;
  return {
    id: `principle-${number}`,
    class: 'principle',
    title: `Principle ${number}: ${title}`,
    props: [
      { name: 'label', value: clause },
      { name: 'sort-id', value: sortId(clause) },
      prop('phase', phase),
      prop('phase-clause', phaseClause),
      prop('roles', principleRolesText(principle)),
    ],
    parts: [{ id: `principle-${number}_ovw`, name: 'overview', prose: summary }],
    controls: provisions.map(control),
  };
}

function control(provision: Provision) {
  const { id, force, condition, roles, uk, parent, asks, own, required } = provision;
  const ref = controlId(id);
  return {
    id: ref,
    class: force,
    title: asks.slice(0, 1).toUpperCase() + asks.slice(1),
    props: [
      { name: 'label', value: id },
      { name: 'sort-id', value: sortId(id) },
      prop('force', forceDetail(provision)),
      ...(condition === null ? [] : [prop('condition', condition)]),
      ...roles.map((role) => prop('role', role)),
      prop('role-basis', roleBasisText(provision)),
      ...(own === undefined
        ? [{ ...prop('uk-code-of-practice', uk), remarks: ukBasisText(provision) }]
        : [prop('own-provision-of', `${own.title}, edition ${own.edition}; not of the standard`)]),
      ...(required === undefined ? [] : [prop('required-by', `${required.by}: ${required.reason}`)]),
    ],
    ...some(
      'links',
      parent === null ? [] : [{ href: `#${controlId(parent)}`, rel: 'related', text: `Part of ${parent}` }],
    ),
    parts: [
      { id: `${ref}_smt`, name: 'statement', prose: provision.summary },
      { id: `${ref}_gdn`, name: 'guidance', prose: provision.guidance },
      {
        id: `${ref}_evd`,
        name: 'evidence',
        ns: OUR_NAMES,
        prose: provision.evidence.map((each) => `- ${each}`).join('\n'),
      },
      { id: `${ref}_lmt`, name: 'limit', ns: OUR_NAMES, title: 'The most a tool can say', prose: provision.limit },
      ...(provision.note === null ? [] : [{ id: `${ref}_note`, name: 'note', ns: OUR_NAMES, prose: provision.note }]),
    ],
  };
}

/** `5.2.4-10` behind `5.2.4-9`. */
function sortId(id: string): string {
  return id.replace(/\d+/gu, (digits) => digits.padStart(2, '0'));
}
