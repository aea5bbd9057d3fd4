import { isAnswer } from './answers';
import type { Entry, Value } from './keys';
import { takeApart } from './record-source';
import { lastPart } from './values';

/** Somebody who can own something, and where that was found. */
export interface Person {
  readonly name: string;
  readonly where: string;
}

/** Where code hosts look for it, first found first. */
export const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

const MOST_PEOPLE = 300;
const MOST_LINES = 5000;
const LONGEST_LINE = 2000;
const OWNER = /^(?:@[\w.-]+(?:\/[\w.-]+)*|[^\s@<>]{1,100}@[\w-]+(?:\.[\w-]+)+)$/u;

/** Everybody whom a CODEOWNERS file names: `@name`, `@organisation/team`, addresses. */
export function codeOwners(text: string): Person[] {
  const names = new Set<string>();
  for (const line of text.split('\n', MOST_LINES)) {
    if (line.length > LONGEST_LINE) continue;
    const [, ...words] = line.replace(/(^|\s)#.*$/u, '').split(/\s+/u);
    for (const word of words) if (OWNER.test(word)) names.add(word);
    if (names.size >= MOST_PEOPLE) break;
  }
  return [...names].map((name) => ({ name, where: 'Named in CODEOWNERS' }));
}

const NAMING = new Set(['owner', 'owners', 'custodian', 'who', 'approved-by', 'accepted-by']);

/** Whom the system profile names: owners and custodians of systems, contacts, and the functions of its RACI table. */
export function profilePeople(path: string, text: string): Person[] {
  const source = takeApart(path, text, 'yaml');
  if (source === null) return [];
  const people = new Map<string, Person>();
  const add = (name: string, where: string) => {
    const word = name.trim();
    if (people.size < MOST_PEOPLE && word.length <= 200 && isAnswer(word) && !people.has(word))
      people.set(word, { name: word, where });
  };
  for (const entry of allEntries(source.keys.entries)) {
    if (NAMING.has(lastPart(entry.key)))
      for (const name of texts(entry.value)) add(name, 'Named in the system profile');
  }
  for (const name of functions(source.entries.get('raci')?.value)) add(name, 'Function in the RACI table');
  return [...people.values()];
}

function* allEntries(entries: readonly Entry[]): Iterable<Entry> {
  const waiting = [...entries].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    yield entry;
    waiting.push(...inner(entry.value).reverse());
  }
}

function inner(value: Value): Entry[] {
  if (value.type === 'map') return [...value.entries];
  return value.type === 'list' ? value.items.flatMap(inner) : [];
}

function texts(value: Value): string[] {
  if (value.type === 'list') return value.items.flatMap(texts);
  return value.type === 'text' ? [value.text] : [];
}

/** The columns of the table that carry a mark in some row. */
function functions(raci: Value | undefined): string[] {
  const rows = raci?.type === 'list' ? raci.items : [];
  const cells = rows.flatMap((row) => (row.type === 'map' ? row.entries : []));
  const marked = cells.filter(({ value }) =>
    texts(value).some((text) => /^[RACI](?:\s*[,/+&]\s*[RACI])*$/iu.test(text)),
  );
  return [...new Set(marked.map(({ key }) => lastPart(key)))];
}
