import type { DescribingFile, DocumentedKind } from '../../model';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';

const KEY = 'org.opencontainers.image.';
const LONGEST = 256 * 1024;
const PAIR =
  /([A-Za-z0-9._-]{1,100}|"[A-Za-z0-9._-]{1,100}")=("(?:[^"\\\n]|\\.){0,2000}"|'[^'\n]{0,2000}'|[^\s"']{1,2000})/gu;

/** What labels say, by the fact that it is. */
const FACTS = [
  ['vendor', 'provider'],
  ['authors', 'authors'],
  ['version', 'version'],
  ['revision', 'version'],
  ['licenses', 'licence'],
  ['description', 'purpose'],
  ['source', 'source'],
  ['url', 'source'],
  ['documentation', 'access'],
] as const;

/** Labels of a Dockerfile (`org.opencontainers.image.*`), where the image is that of a model or dataset by its title. */
export const dockerfile: DescriptionReader = {
  label: 'labels of the Dockerfile',
  claims: ({ name, text }) =>
    /^(?:dockerfile|containerfile)(?:$|\.)|\.(?:dockerfile|containerfile)$/u.test(name) &&
    text.length < LONGEST &&
    text.includes(KEY),
  read,
};

interface Label {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function read(file: ImportFile, label: string): DescribingFile {
  const labels = labelsOf(file.text);
  const title = labels.get('title') ?? labels.get('ref.name');
  if (!title) return NOTHING;
  const statements = new Statements(file);
  for (const [key, fact] of FACTS) {
    const found = labels.get(key);
    if (found) statements.texts(fact, [found.text], found);
  }
  const about = (kind: DocumentedKind) =>
    description(file, { label, kind, names: [title.text], place: title }, statements);
  return { descriptions: [about('model'), about('dataset')], problems: [] };
}

/** The labels by their last part; variables in them say nothing. Lines that a backslash joins are one. */
function labelsOf(text: string): Map<string, Label> {
  const labels = new Map<string, Label>();
  let inLabel = false;
  let at = 0;
  for (const line of text.split('\n')) {
    const instruction = /^\s*([A-Za-z]+)\s/u.exec(line)?.[1]?.toUpperCase();
    if (!inLabel) inLabel = instruction === 'LABEL';
    if (inLabel && !line.trimStart().startsWith('#')) {
      for (const match of line.matchAll(PAIR)) {
        const key = (match[1] ?? '').replaceAll('"', '');
        const value = (match[2] ?? '').replace(/^(["'])(.*)\1$/u, '$2').replace(/\\(.)/gu, '$1');
        const start = at + match.index;
        if (key.startsWith(KEY) && !value.includes('$')) {
          labels.set(key.slice(KEY.length), { text: value, start, end: start + match[0].length });
        }
      }
      inLabel = /\\\s*$/u.test(line);
    }
    at += line.length + 1;
  }
  return labels;
}
