import { joinPath } from '../resolve/code-index';
import { linesOf, pairAt } from './line-pairs';
import { named, type Detector } from './scanned-file';

const FIELD = /^\s{0,1}(name|platform|backend|default_model_filename)\s*:\s*"([^"\n]{1,200})"/u;
/** Steps that hold no weights of their own. */
const NO_MODEL = /^(?:ensemble|python|dali|identity|repeat|square)$/u;
/** What a backend looks for in the folder of a version where no other file is named. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^onnx/u, 'model.onnx'],
  [/^tensorrt_?(?:plan)?$/u, 'model.plan'],
  [/^(?:pytorch|libtorch)/u, 'model.pt'],
  [/graphdef/u, 'model.graphdef'],
  [/^tensorflow/u, 'model.savedmodel'],
  [/^openvino/u, 'model.xml'],
];

/** `config.pbtxt` of Triton Inference Server: the model that its folder serves. */
export const triton: Detector = (file) => {
  if (file.name !== 'config.pbtxt' || file.text === null || file.folder === '') return [];
  const said = fieldsOf(file.text);
  const served = servedBy(said);
  if (served === undefined) return [];
  const written = ['default_model_filename', 'name', 'platform', 'backend'].map((key) => said.get(key)).find(Boolean);
  if (!written) return [];
  const known = said.get('name')?.value ?? file.folder.slice(file.folder.lastIndexOf('/') + 1);
  return [
    named(file, written.range, {
      kind: 'model',
      name: joinPath(file.folder, `1/${served}`),
      written: written.value,
      aliases: said.has('default_model_filename') ? [known, served] : [known],
      signature: 'config.triton',
      confidence: 'high',
    }),
  ];
};

function servedBy(said: ReadonlyMap<string, Field>): string | undefined {
  const runs = said.get('platform')?.value ?? said.get('backend')?.value ?? '';
  if (NO_MODEL.test(runs)) return undefined;
  return said.get('default_model_filename')?.value ?? FILES.find(([kind]) => kind.test(runs))?.[1];
}

type Field = ReturnType<typeof pairAt>;

/** The fields that say what is served, each as it stands first, which is above all that is nested. */
function fieldsOf(text: string): ReadonlyMap<string, Field> {
  const said = new Map<string, Field>();
  for (const { line, number } of linesOf(text)) {
    const [, key, value = ''] = FIELD.exec(line) ?? [];
    if (key === undefined || said.has(key)) continue;
    said.set(key, pairAt([key], value, number, line.indexOf(`"${value}"`), value.length + 2));
  }
  return said;
}
