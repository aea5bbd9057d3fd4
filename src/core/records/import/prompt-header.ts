import type { DescribingFile } from '../../model';
import { frontMatter } from '../front-matter';
import { readKeys } from '../keys';
import type { Keys, Value } from '../keys';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, itemsOf, pairsOf, rootValue, textAt, textsOf } from './value-texts';

/** Formats that are YAML by their own definition; other tools read their headers more loosely. */
const STRICT = /\.(?:prompty|prompt)$|^skill\.md$/u;
const HEADED =
  /\.(?:prompty|prompt|mdc)$|\.(?:prompt|instructions|agent|chatmode)\.md$|^(?:skill|agents|claude|gemini|copilot-instructions)\.md$/u;
const WHOLE = /\.prompt\.ya?ml$/u;
const AGENTS = /(?:^|\/)(?:prompts|agents|commands|subagents|skills)\/[^\n]*\.md$/iu;

/** Headers of prompt files: Prompty, dotprompt, prompts and instructions of editors, skills, GitHub Models. */
export const promptHeader: DescriptionReader = {
  label: 'header of the prompt file',
  claims: ({ name, path, text }) =>
    WHOLE.test(name) || ((HEADED.test(name) || AGENTS.test(path)) && /^\uFEFF?---/u.test(text)),
  read,
};

function read(file: ImportFile, label: string): DescribingFile {
  const whole = WHOLE.test(file.name);
  const front = whole ? null : frontMatter(file.text);
  if (!whole && front === null) return NOTHING;
  const [start, end] = front ? [front.start, front.end] : [file.text.startsWith('\uFEFF') ? 1 : 0, file.text.length];
  const keys = readKeys(file.text.slice(start, end), start);
  const root = rootValue(keys, start, end);
  if (at(root, 'record') !== undefined) return NOTHING;
  const place = { start, end: start };
  const about = { label, kind: 'prompt', paths: [file.path], ownHeader: true, place } as const;
  return {
    descriptions: [description(file, about, factsOf(file, root))],
    problems: STRICT.test(file.name) && front ? trouble(file, keys, root, front.closed ? null : front.fence) : [],
  };
}

function factsOf(file: ImportFile, root: Value): Statements {
  const model = at(root, 'model');
  const statements = new Statements(file);
  const more = at(root, 'metadata');
  for (const place of [root, more]) {
    statements.value('authors', at(place, 'authors') ?? at(place, 'author'));
    statements.value('version', at(place, 'version'));
    statements.value('licence', at(place, 'license'));
  }
  statements.value('purpose', at(root, 'description'));
  if (model?.type === 'map') {
    const configuration = at(model, 'configuration') ?? at(model, 'options') ?? at(model, 'connection');
    for (const key of ['id', 'name']) statements.value('models', at(model, key));
    for (const key of ['azure_deployment', 'model', 'name', 'deployment'])
      statements.value('models', at(configuration, key));
  } else statements.value('models', model ?? at(root, 'models'));
  for (const place of [
    at(model, 'parameters'),
    at(root, 'modelParameters'),
    at(root, 'parameters'),
    at(root, 'config'),
  ]) {
    if (place?.type === 'map') statements.texts('parameters', pairsOf(place), place);
  }
  return toolFacts(statements, root);
}

function toolFacts(statements: Statements, root: Value): Statements {
  const tools = at(root, 'tools') ?? at(root, 'allowed-tools');
  if (tools === undefined) return statements;
  const named = itemsOf(tools).flatMap((item) => {
    if (item.type !== 'map') return textsOf(item);
    const name = textAt(item, 'name') ?? textAt(item, 'function', 'name') ?? textAt(item, 'id');
    const kind = textAt(item, 'kind') ?? textAt(item, 'type');
    const approval = textAt(item, 'approvalMode', 'kind') ?? textAt(item, 'approvalMode');
    return name === null
      ? []
      : [`${name}${kind === null ? '' : ` (${kind})`}${approval === null ? '' : `, approval: ${approval}`}`];
  });
  return statements.texts('tools', named, tools);
}

function trouble(file: ImportFile, keys: Keys, root: Value, open: number | null): DescribingFile['problems'] {
  const at3 = (start: number, end: number, message: string) => [{ message, range: file.range(start, end) }];
  if (open !== null) return at3(open, open + 3, 'The front matter does not end: a line --- is missing');
  const [first] = keys.broken ? keys.trouble : [];
  if (first) return at3(first.start, first.end, first.message);
  if (file.name !== 'skill.md') return [];
  return ['name', 'description'].flatMap((key) =>
    at(root, key) === undefined ? at3(0, 3, `A skill needs the key ${key}`) : [],
  );
}
