import type { Fields } from './fields';

type Found =
  | { readonly format: 'dragon' | 'otm' | 'library'; readonly name: string }
  /** A model of a tool that is known by name only, with words about what to do. */
  | { readonly format: null; readonly name: string; readonly words: string };

const NAMES = ['OWASP Threat Dragon', 'Open Threat Model', 'OWASP Threat Model Library'];

export function formatNames(): string {
  return `${NAMES.slice(0, -1).join(', ')} and ${NAMES.at(-1) ?? ''}`;
}

/** What a file is by what it holds, whatever it is called; null where it is none of these. */
export function detectFormat(top: Fields): Found | null {
  if (top.has('otmVersion'))
    return { format: 'otm', name: `Open Threat Model ${top.text('otmVersion').slice(0, 20)}`.trim() };
  if (/threat-model-library/u.test(plain(top, '$schema')))
    return { format: 'library', name: 'the OWASP Threat Model Library' };
  if (top.has('trust_zones') && top.has('scope')) return { format: 'library', name: 'the OWASP Threat Model Library' };
  if (top.has('summary') && (top.has('detail') || /^\d/u.test(plain(top, 'version')))) return dragon(top);
  return foreign(top);
}

function plain(top: Fields, key: string): string {
  const value = top.get(key);
  return typeof value === 'string' ? value : '';
}

/** Version 1 has no version of its own, and its diagrams stand one step deeper. */
function dragon(top: Fields): Found {
  const version = plain(top, 'version');
  const old = version === '' || version.startsWith('1.');
  return { format: 'dragon', name: `OWASP Threat Dragon ${old ? '1' : '2'}` };
}

function foreign(top: Fields): Found | null {
  const save = `which cannot be read here; a file of ${formatNames()} can`;
  if (top.has('threagile_version'))
    return { format: null, name: 'Threagile', words: `This is a model of Threagile, ${save}` };
  if (top.has('applicationInfo') || (top.has('schema') && top.has('threats')))
    return { format: null, name: 'Threat Composer', words: `This is a workspace of Threat Composer, ${save}` };
  if (top.text('record') === 'threat-model')
    return { format: null, name: 'AI Baseline', words: 'This is a threat model of AI Baseline already' };
  return null;
}
