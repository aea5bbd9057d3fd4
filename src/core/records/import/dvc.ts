import type { AssetDescription, DescribingFile, DocumentedKind } from '../../model';
import { readKeys } from '../keys';
import type { Value } from '../keys';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, entriesOf, itemsOf, rootValue, textAt } from './value-texts';

const MODEL_WORDS =
  /(?:^|[/_.-])(?:models?|weights|checkpoints?)(?:$|[/_.-])|\.(?:pt|pth|onnx|gguf|safetensors|h5|pkl|joblib|bin)$/iu;

/** DVC: `desc` and `meta` of a pointer (`x.dvc`), and the artifacts of `dvc.yaml`. */
export const dvc: DescriptionReader = {
  label: 'DVC description',
  claims: ({ name, text }) => (name === 'dvc.yaml' || name.endsWith('.dvc')) && /\b(?:desc|meta)[ \t]*:/u.test(text),
  read(file, label): DescribingFile {
    const keys = readKeys(file.text, 0);
    if (!keys.usable) return NOTHING;
    const root = rootValue(keys, 0, file.text.length);
    const parts = file.name === 'dvc.yaml' ? artifacts(root) : outputs(root);
    return { descriptions: parts.slice(0, 200).map((part) => described(file, label, part)), problems: [] };
  },
};

interface Part {
  readonly name: string | null;
  readonly type: string | null;
  readonly value: Value;
  /** Where else its description may stand. */
  readonly around: Value | undefined;
}

function artifacts(root: Value): Part[] {
  return entriesOf(at(root, 'artifacts')).map((entry) => ({
    name: entry.key,
    type: textAt(entry.value, 'type'),
    value: entry.value,
    around: undefined,
  }));
}

function outputs(root: Value): Part[] {
  const outs = itemsOf(at(root, 'outs'));
  return outs.map((value) => ({
    name: null,
    type: textAt(value, 'type'),
    value,
    around: outs.length === 1 ? root : undefined,
  }));
}

function described(file: ImportFile, label: string, { name, type, value, around }: Part): AssetDescription {
  const statements = new Statements(file);
  for (const place of [value, around]) stated(statements, place);
  const path = textAt(value, 'path') ?? '';
  const kind: DocumentedKind = type === 'model' || (type !== 'dataset' && MODEL_WORDS.test(path)) ? 'model' : 'dataset';
  const place = { start: value.start, end: value.start };
  return description(file, { label, kind, names: [name], paths: [file.beside(path)], place }, statements);
}

/** `meta` holds what people like; these keys are understood. */
const META = [
  ['purpose', ['purpose', 'description']],
  ['licence', ['license', 'licence']],
  ['source', ['source', 'url', 'origin']],
  ['provider', ['author', 'owner', 'provider']],
  ['limitations', ['limitations']],
  ['version', ['version']],
] as const;

function stated(statements: Statements, place: Value | undefined): void {
  statements.value('purpose', at(place, 'desc'));
  for (const [fact, keys] of META) for (const key of keys) statements.value(fact, at(place, 'meta', key));
  for (const dep of itemsOf(at(place, 'deps'))) {
    statements.value('source', at(dep, 'repo', 'url'));
    const path = at(dep, 'path');
    if (path?.type === 'text' && /^[a-z0-9]+:\/\//u.test(path.text)) statements.value('source', path);
  }
}
