import type { Catalogue } from '../catalogue';
import type { Threat, UnansweredPath } from '../model';
import { takeApart } from '../records/record-source';
import { ModelReader } from './model-reader';

/** A path that a threat model has to answer, with what makes it apply; nothing where every model has it. */
export interface WantedPath {
  readonly key: string;
  readonly title: string;
  readonly because: readonly string[];
}

/** Which paths the threats answer: by their key, else by the title that the tool gives them, else by their ATLAS ids. */
export class PathAnswers {
  private readonly byTitle: ReadonlyMap<string, string>;
  /** Techniques that lead a path; null where they lead several. */
  private readonly byTechnique = new Map<string, string | null>();

  constructor(catalogue: Catalogue) {
    const paths = catalogue.threats.paths.map(({ id, title }) => [plain(title), id] as const);
    this.byTitle = new Map([...templateTitles(catalogue), ...paths]);
    for (const { id, atlas } of catalogue.threats.paths) {
      for (const each of atlas.primary) this.byTechnique.set(each, this.byTechnique.has(each) ? null : id);
    }
  }

  keyOf({ attackPath, title, atlas }: Threat): string | null {
    const known = attackPath?.text ?? this.byTitle.get(plain(title));
    if (known !== undefined) return known;
    for (const { text } of atlas) {
      const key = this.byTechnique.get(text);
      if (key != null) return key;
    }
    return null;
  }

  /** Rows that nobody has decided on, and paths that no row is about. */
  unanswered(threats: readonly Threat[], wanted: readonly WantedPath[]): UnansweredPath[] {
    const rows = threats.map((threat) => ({ threat, key: this.keyOf(threat) }));
    const there = new Set(rows.map(({ key }) => key));
    const because = new Map(wanted.map((path) => [path.key, path.because]));
    const open = rows
      .filter(({ threat }) => !isAnswered(threat))
      .map(({ threat, key }) => ({
        path: key,
        title: threat.title,
        threat: threat.id,
        because: because.get(key ?? '') ?? [],
      }));
    const missing = wanted
      .filter(({ key }) => !there.has(key))
      .map(({ key, title, because: facts }) => ({ path: key, title, threat: null, because: facts }));
    return [...open, ...missing];
  }
}

/** Decided on; what is said not to apply needs its reason. */
function isAnswered({ treatment, reason }: Threat): boolean {
  return treatment !== null && (treatment !== 'not-applicable' || reason !== null);
}

/** The titles of the rows that a plain new threat model begins with; those of the first version had no keys. */
function templateTitles({ records }: Catalogue): [string, string][] {
  const template = records
    .find(({ id }) => id === 'threat-model')
    ?.fields.find(({ key }) => key === 'threats')?.template;
  const source = template === undefined ? null : takeApart('', `threats:\n${template}`, 'yaml');
  if (source === null) return [];
  const reader = new ModelReader(source);
  return reader.rows('threats').flatMap((row): [string, string][] => {
    const [title, key] = [reader.text(row, 'title'), reader.text(row, 'attack-path')];
    return title === null || key === null ? [] : [[plain(title), key]];
  });
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
