import type { Principle, Provision } from './principles';

/** How we write the standard's verbs. */
const VERBS = { shall: 'requires', should: 'recommends', can: 'allows', may: 'allows' } as const;

/** "requires" or "recommends": the strongest verb of the provision. */
export function forceWord(provision: Pick<Provision, 'force'>): 'requires' | 'recommends' {
  return VERBS[provision.force];
}

/**
 * "requires; in part recommends": every verb of the provision, strongest first; with what the project lays over it:
 * "recommends (Acme policy: requires)".
 */
export function forceText(provision: Pick<Provision, 'force' | 'also' | 'required' | 'own'>): string {
  const verbs = [forceWord(provision), ...provision.also.map((verb) => `in part ${VERBS[verb]}`)].join('; ');
  const laid = provision.required === undefined ? '' : ` (${provision.required.by}: ${VERBS.shall})`;
  return `${verbs}${laid}${provision.own === undefined ? '' : `, ${provision.own.title}`}`;
}

/** `requires ("shall"); in part recommends ("should"): …`: with the verbs as printed, and what the weaker one is about. */
export function forceDetail(provision: Pick<Provision, 'force' | 'also' | 'alsoFor'>): string {
  const also = provision.also.map((verb) => `in part ${VERBS[verb]} ("${verb}")`);
  const text = [`${forceWord(provision)} ("${provision.force}")`, ...also].join('; ');
  return provision.alsoFor === null ? text : `${text}: ${provision.alsoFor}`;
}

/** "UK 8.3 (derived)": the number in the UK Code, marked unless it was read there. */
export function ukText({ uk, ukBasis }: Pick<Provision, 'uk' | 'ukBasis'>): string {
  return ukBasis === 'seen' ? `UK ${uk}` : `UK ${uk} (${ukBasis})`;
}

/** Says how sure the number in the UK Code is. */
export function ukBasisText({ ukBasis }: Pick<Provision, 'ukBasis'>): string {
  const texts = {
    seen: 'read in the UK text',
    quoted: 'seen quoted by others, not read in the UK text',
    derived: 'derived by rule from the ETSI id, not read in the UK text',
  };
  return texts[ukBasis];
}

/** "Developer, Data Custodian (from the principle)": who has to act, marked unless the provision names them. */
export function rolesText({ roles, roleBasis }: Pick<Provision, 'roles' | 'roleBasis'>): string {
  const marks = { stated: '', principle: ' (from the principle)', inferred: ' (inferred)' };
  return roles.join(', ') + marks[roleBasis];
}

/** Says how the roles were found. */
export function roleBasisText({ roleBasis }: Pick<Provision, 'roleBasis'>): string {
  const texts = {
    stated: 'named by the provision',
    principle: 'the provision names nobody; these are the roles of its principle',
    inferred: 'our reading; the provision does not say who has to act',
  };
  return texts[roleBasis];
}

/** The roles printed with a principle; where none are printed, those of its provisions, said so. */
export function principleRolesText(principle: Principle): string {
  if (principle.roles.length > 0) return principle.roles.join(', ');
  const roles = [...new Set(principle.provisions.flatMap((provision) => provision.roles))];
  return `none printed; its provisions address ${roles.join(', ')}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `3 Nov`, with the year where that is not the present one. */
export function dayWords(date: string, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`;
  return today.startsWith(`${year}-`) ? words : `${words} ${year}`;
}
