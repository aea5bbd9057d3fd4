import type { ModelArgument } from '../../catalogue';
import type { Confidence, Range, Sighting } from '../../model';
import { siteIn } from '../sighting-parts';
import { writtenPath, type Resolving } from '../resolve/resolving';
import type { Placed, SourceFile } from '../resolve/source-file';
import { textsOf, type ResolvedText } from '../resolve/texts';
import type { Match, SignatureLibrary } from './library';
import { constantsIn, idOf, unwrapped } from './library-constants';
import { pinWith, readModelName, type ModelName } from './model-names';
import type { Request } from './requests';
import { revisionOf } from './revisions';

/** How many meanings of one argument are reported: a registry may hold many models. */
const MOST = 48;

/** The models that an argument names: where the id is written and, if that is elsewhere, where it is used. */
export function modelsOf(
  resolving: Resolving,
  library: SignatureLibrary,
  request: Request & { readonly kind: 'model' },
): Sighting[] {
  const revision = revisionOf(resolving, request);
  return request.values.flatMap((value) => {
    const texts = textsOf(resolving, value).slice(0, MOST);
    const found = texts.flatMap((text) => sightings(library, request, value, { text, revision }));
    return found.length > 0 ? found : byConstant(resolving, library, request, value);
  });
}

interface Read {
  readonly text: ResolvedText;
  readonly revision: string | null;
}

function sightings(library: SignatureLibrary, request: Request, value: Placed, { text, revision }: Read): Sighting[] {
  const { as } = request.argument as ModelArgument;
  const name = readModelName(text.text, as, library.families);
  if (!name || isKeyOfTable(request, text.text) || (as === 'file' && ROWS.test(name.name))) return [];
  const { found } = text;
  const inline = found.holder === null;
  const seen = { match: request.match, name, revision, written: text.text };
  const home = made(seen, found.file, found.value.range, inline ? 'use' : 'definition');
  return inline ? [home] : [home, made(seen, value.file, value.value.range, 'use')];
}

/** A word under which the file that loads the model keeps the id: `IDS.get(name, name)`. */
function isKeyOfTable({ site, inner }: Request, text: string): boolean {
  if (text.includes('/')) return false;
  return (inner ?? site).file.facts.bindings.some(
    ({ value }) =>
      value.kind === 'map' &&
      value.entries.some(
        (entry) => entry.key === text && entry.value.kind === 'text' && isIdOf(entry.value.text, text),
      ),
  );
}

function isIdOf(id: string, key: string): boolean {
  return id !== key && /^[\w.-]+\/[\w./-]+$/.test(id);
}

/** `train.pt`, `val_data.pkl`: rows that were kept in a form that weights have too. */
const ROWS =
  /(?:^|\/)(?:(?:train|test|val|valid|validation|dev)(?:[-_](?:data|set)\w*)?|\w+_data_?set)\.(?:pt|pkl|pickle|bin|npz)$/i;

interface Seen {
  readonly match: Match;
  readonly name: ModelName;
  readonly revision: string | null;
  readonly written: string;
}

function made(seen: Seen, file: SourceFile, range: Range, use: 'use' | 'definition'): Sighting {
  const { match, name, revision, written } = seen;
  return {
    ...siteIn(file, range, use, { signature: match.row.id, provider: providerOf(match, name) }),
    kind: 'model',
    name: name.name,
    written,
    ...(name.aliases.length > 0 ? { aliases: name.aliases } : {}),
    pin: pinWith(name.pin, revision),
    ...(revision === null ? {} : { revision }),
    confidence: 'high' satisfies Confidence,
  };
}

/** The library's own provider, unless the id is surely somebody else's: gateways speak the protocol of others. */
function providerOf({ file, row }: Match, name: ModelName): string | null {
  if (name.pin === 'not-applicable') return null;
  const own = row.provider === undefined ? file.provider : row.provider;
  return name.provider ?? own;
}

/** A constant of the library that stands for an id. */
function byConstant(resolving: Resolving, library: SignatureLibrary, request: Request, placed: Placed): Sighting[] {
  const { file } = placed;
  const value = unwrapped(placed);
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const found = constantsIn(resolving, library, { ...placed, value }).flatMap((constant) => {
    const id =
      ownConstant(request.match, constant.name) ??
      qualified(request.match, writtenPath(value, file)) ??
      (constant.sure ? (idOf(library, constant.name) ?? undefined) : undefined);
    const name = id === undefined ? null : readModelName(id, 'id', library.families);
    return name ? [{ name, written: constant.name }] : [];
  });
  return found.slice(0, MOST).map(({ name, written }) => {
    const sighting = made({ match: request.match, name, revision: null, written }, file, value.range, 'use');
    return { ...sighting, aliases: [...name.aliases, written] };
  });
}

/** `MistralAiApi.ChatModel.SMALL`: a name that only its class makes plain. */
function qualified({ file }: Match, path: readonly string[]): string | undefined {
  const [constant = ''] = path.slice(-1);
  return Object.entries(file.constants).find(
    ([key]) => key.endsWith(`.${constant}`) && `.${path.join('.')}`.endsWith(`.${key}`),
  )?.[1];
}

/** Names come from the code that is read: `toString` is a name like any other. */
function ownConstant({ file }: Match, name: string): string | undefined {
  return Object.hasOwn(file.constants, name) ? file.constants[name] : undefined;
}
