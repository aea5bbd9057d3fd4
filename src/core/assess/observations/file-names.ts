import type { Catalogue } from '../../catalogue';
import { remembering } from '../../discover/remembered';
import type { FileFacts } from '../../model';

/** Where files of the names that a catalogue asks for lie: the path of the first of each, by its plain name. */
interface Found {
  readonly amount: number;
  readonly catalogue: Catalogue;
  readonly byName: ReadonlyMap<string, string>;
  /** By what stands behind the last dot. */
  readonly byEnding: ReadonlyMap<string, string>;
}

/** Worked out once for a map of files whose paths stay the same. */
const KNOWN = new WeakMap<ReadonlyMap<string, FileFacts>, Found>();

interface Look {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly catalogue: Catalogue;
}

/**
 * The path of a file that has one of the names that an observation of the catalogue asks for; `*.tf` stands for an ending.
 * Null where there is none.
 */
export function fileNamed({ files, catalogue }: Look, wanted: readonly string[]): string | null {
  if (wanted.length === 0) return null;
  const known = KNOWN.get(files);
  const isNow = known?.amount === files.size && known.catalogue === catalogue;
  const { byName, byEnding } = isNow ? known : foundIn(files, catalogue);
  for (const name of wanted) {
    const plain = name.toLowerCase();
    const path = plain.startsWith('*.') ? byEnding.get(plain.slice(2)) : byName.get(plain);
    if (path !== undefined) return path;
  }
  return null;
}

/** All names and endings that the observations of a catalogue ask for, in lower case. */
const wantedBy = remembering((catalogue: Catalogue) => {
  const [names, endings] = [new Set<string>(), new Set<string>()];
  for (const { provisions } of catalogue.principles) {
    for (const spec of provisions.flatMap(({ observations }) => observations)) {
      for (const name of 'files' in spec ? spec.files : []) {
        const plain = name.toLowerCase();
        if (plain.startsWith('*.')) endings.add(plain.slice(2));
        else names.add(plain);
      }
    }
  }
  return { names, endings, lengths: new Set([...names, ...endings].map(({ length }) => length)) };
});

function foundIn(files: ReadonlyMap<string, FileFacts>, catalogue: Catalogue): Found {
  const { names, endings, lengths } = wantedBy(catalogue);
  const [byName, byEnding] = [new Map<string, string>(), new Map<string, string>()];
  for (const path of files.keys()) {
    const start = path.lastIndexOf('/') + 1;
    const dot = path.lastIndexOf('.') + 1;
    if (lengths.has(path.length - start)) {
      const name = path.slice(start).toLowerCase();
      if (names.has(name) && !byName.has(name)) byName.set(name, path);
    }
    // A dot at the beginning makes a hidden file, not an ending.
    if (dot > start + 1 && lengths.has(path.length - dot)) {
      const ending = path.slice(dot).toLowerCase();
      if (endings.has(ending) && !byEnding.has(ending)) byEnding.set(ending, path);
    }
  }
  const found = { amount: files.size, catalogue, byName, byEnding };
  KNOWN.set(files, found);
  return found;
}
