import type { ModelArgument } from '../../catalogue';
import type { Confidence, Range, Sighting } from '../../model';
import { siteIn } from '../sighting-parts';
import type { Resolving } from '../resolve/resolving';
import type { Placed, SourceFile } from '../resolve/source-file';
import { textsOf, type ResolvedText } from '../resolve/texts';
import type { Match, SignatureLibrary } from './library';
import { pinWith, readModelName, type ModelName } from './model-names';
import { valuesAt } from './places';
import type { Request } from './requests';

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
    return found.length > 0 ? found : byConstant(library, request, value);
  });
}

interface Read {
  readonly text: ResolvedText;
  readonly revision: string | null;
}

function sightings(library: SignatureLibrary, request: Request, value: Placed, { text, revision }: Read): Sighting[] {
  const { as } = request.argument as ModelArgument;
  const name = readModelName(text.text, as, library.families);
  if (!name) return [];
  const { found } = text;
  const inline = found.holder === null;
  const seen = { match: request.match, name, revision, written: text.text };
  const home = made(seen, found.file, found.value.range, inline ? 'use' : 'definition');
  return inline ? [home] : [home, made(seen, value.file, value.value.range, 'use')];
}

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
function byConstant(library: SignatureLibrary, request: Request, { value, file }: Placed): Sighting[] {
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const id =
    request.match.file.constants[value.name] ??
    (value.kind === 'member' ? library.constants.get(value.name) : undefined);
  const name = id === undefined ? null : readModelName(id, 'id', library.families);
  if (!name) return [];
  const sighting = made({ match: request.match, name, revision: null, written: value.name }, file, value.range, 'use');
  return [{ ...sighting, aliases: [...name.aliases, value.name] }];
}

function revisionOf(resolving: Resolving, { match, site }: Request): string | null {
  if (!match.row.revision) return null;
  const [text] = valuesAt(resolving, site, match.row.revision).flatMap((value) => textsOf(resolving, value));
  return text && text.holes.length === 0 && text.text !== '' ? text.text : null;
}
