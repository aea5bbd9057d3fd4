import type { Sighting, Value } from '../../model';
import { siteIn } from '../sighting-parts';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import type { Resolving } from '../resolve/resolving';
import type { Analysis } from './analysis';
import { plainPath, withoutUnknownFolders } from './paths';

const DEEPEST = 6;
const MOST_ENTRIES = 200;
/** Classes of data sets that a toolbox makes by name: `CocoDataset`, `ADE20KDataset`. */
const CLASS = /Dataset(?:V\d|3d)?$|^(?:Coco|VOC|Kinetics|ImageNet)\w*$/u;
/** Where such a class is told that its data lies, the widest first. */
const PLACES = ['data_root', 'ann_file', 'data_path', 'img_dir', 'img_prefix'];
const PATH = /^(?:\.{0,2}\/)?[\w@.-]+(?:\/[\w@.-]+)*\/?$/u;

/**
 * Data sets of a toolbox whose settings are Python: `dict(type="CocoDataset", data_root="data/leaves/")`. Such a file
 * imports nothing; the project has to work with models elsewhere.
 */
export function registeredDatasets(analysis: Analysis, resolving: Resolving, file: SourceFile): Sighting[] {
  if (file.facts.language !== 'python' || !file.facts.bindings.some(({ value }) => holdsType(value, DEEPEST)))
    return [];
  if (analysis.aiEvidence(file) === 'none') return [];
  return file.facts.bindings.flatMap((binding) =>
    inValue(resolving, { value: binding.value, file, scope: scopeOf(binding) }, DEEPEST),
  );
}

function parts(value: Value): readonly Value[] {
  if (value.kind === 'map') return value.entries.slice(0, MOST_ENTRIES).map((entry) => entry.value);
  return value.kind === 'list' ? value.items.slice(0, MOST_ENTRIES) : [];
}

function holdsType(value: Value, depth: number): boolean {
  if (depth === 0) return false;
  if (value.kind === 'map' && value.entries.some(({ key }) => key !== null && PLACES.includes(key))) return true;
  return parts(value).some((part) => holdsType(part, depth - 1));
}

function inValue(resolving: Resolving, placed: Placed, depth: number): Sighting[] {
  if (depth === 0) return [];
  const own = registered(resolving, placed);
  if (own.length > 0) return own;
  return parts(placed.value).flatMap((value) => inValue(resolving, { ...placed, value }, depth - 1));
}

function registered(resolving: Resolving, placed: Placed): Sighting[] {
  const { value, file } = placed;
  if (value.kind !== 'map') return [];
  const at = (name: string) => value.entries.find(({ key }) => key === name)?.value;
  const type = at('type');
  if (!type || !textsOf(resolving, { ...placed, value: type }).some(({ text }) => CLASS.test(text))) return [];
  const place = PLACES.map(at).find((found) => found !== undefined);
  if (!place) return [];
  return textsOf(resolving, { ...placed, value: place }).flatMap(({ text, found }) => {
    const name = withoutUnknownFolders(text);
    if (name === null || !PATH.test(name)) return [];
    const made = {
      kind: 'dataset',
      name: plainPath(name),
      written: text,
      ...(plainPath(name) === text ? {} : { aliases: [text] }),
      pin: 'not-applicable',
      confidence: 'medium',
    } as const;
    const seenBy = { signature: 'dataset.registered', provider: null };
    const home = {
      ...siteIn(found.file, found.value.range, found.holder === null ? 'use' : 'definition', seenBy),
      ...made,
    };
    return found.holder === null ? [home] : [home, { ...siteIn(file, place.range, 'use', seenBy), ...made }];
  });
}
