import type { Call, Settings, Value } from '../../model';
import { compareText } from '../../model';
import { calleeName, type Resolving } from '../resolve/resolving';
import type { Placed, SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import { functionsGiven, keyOf, makersOf, partsOf, wholeChain } from './call-links';
import { endpointOf, type CallTerms, type SettingTerm } from './call-terms';
import type { Match } from './library';
import { valuesAt, type CallSite } from './places';
import { settingText } from './setting-values';

/** What a call tells besides the assets that it names. */
export interface CallDetails {
  readonly settings: Settings | null;
  /** Those of the call in whose arguments this one makes the model. */
  readonly outer: Settings | null;
  /** Host of the address that it speaks to, and who answers there, where these are known. */
  readonly endpoint: string | null;
  readonly server: string | null;
  /** Key of the call, and of those that it is given or made on. */
  readonly at: string;
  readonly from: readonly string[];
}

const DEEPEST = 3;
const MOST_ENTRIES = 60;
/** Objects that only carry what a call is given. */
const CARRIES = /(?:Config|Configuration|Options|Settings|Params|Parameters|Request|Args|Input)$/;

export function detailsOf(
  resolving: Resolving,
  terms: CallTerms,
  site: CallSite,
  matches: readonly Match[],
): CallDetails {
  const chain = wholeChain(site);
  const sites = chain.map((call) => ({ ...site, call }));
  const settings = settingsOf(resolving, terms, site, matches);
  const makers = makersOf(resolving, chain, site.file);
  const endpoint = endpointIn(resolving, terms, [...sites, ...makers]);
  const at = keyOf(site);
  const from = new Set([...makers, ...sites.flatMap((each) => partsOf(resolving, each))].map(keyOf));
  for (const key of sites.flatMap((each) => functionsGiven(resolving, each))) from.add(key);
  from.delete(at);
  return {
    settings,
    outer: null,
    endpoint,
    server: endpoint === null ? null : terms.providerAt(endpoint),
    at,
    from: [...from].sort(compareText),
  };
}

/** The settings of one call alone. */
export function settingsOf(
  resolving: Resolving,
  terms: CallTerms,
  site: CallSite,
  matches: readonly Match[],
): Settings | null {
  return new SettingsReader(resolving, terms, site.file).read(wholeChain(site), site.call, matches);
}

/** Collects the settings of one call; what is said first, nearest to the call, counts. */
class SettingsReader {
  readonly #found = new Map<string, string>();

  constructor(
    private readonly resolving: Resolving,
    private readonly terms: CallTerms,
    private readonly file: SourceFile,
  ) {}

  read(chain: readonly Call[], call: Call, matches: readonly Match[]): Settings | null {
    for (const { row } of matches) {
      for (const [name, at] of Object.entries(row.settings)) {
        for (const placed of valuesAt(this.resolving, { call, file: this.file }, at))
          this.#add({ name, as: 'value' }, placed);
      }
    }
    this.#arguments(call, this.file, DEEPEST);
    for (const each of chain) if (each !== call) this.#builder(each);
    if (this.#found.size === 0) return null;
    const names = [...this.#found.keys()].sort(compareText);
    return Object.fromEntries(names.map((name) => [name, this.#found.get(name) ?? '']));
  }

  /** `.temperature(0.3)` of a builder, `WithTemperature(0.3)` among options. */
  #builder(call: Call): void {
    const term = this.terms.settingOf(calleeName(call));
    const values = call.args.map(({ value }) => value);
    const [only] = values;
    if (!term || !only) return;
    const value: Value = values.length === 1 ? only : { kind: 'list', items: values, range: call.range };
    this.#add(term, { value, file: this.file, scope: call.scope });
  }

  #arguments(call: Call, file: SourceFile, depth: number): void {
    for (const { name, value, spread } of call.args) {
      const placed = { value, file, scope: call.scope };
      if (name !== null) this.#entry(name, placed, depth);
      else this.#carried(placed, depth, spread === true);
    }
  }

  #entry(name: string, placed: Placed, depth: number): void {
    const term = this.terms.settingOf(name);
    if (term) this.#add(term, placed);
    else if (this.terms.isContainer(name)) this.#carried(placed, depth, true);
  }

  /** An options object, by position, spread, or under a name that says so. */
  #carried(placed: Placed, depth: number, named: boolean): void {
    if (depth === 0) return;
    for (const found of this.resolving.expand(placed)) {
      const { value, file } = found;
      if (value.kind === 'map') {
        for (const entry of value.entries.slice(0, MOST_ENTRIES)) {
          const inner = { ...found, value: entry.value };
          if (entry.key !== null) this.#entry(entry.key, inner, depth - 1);
          else if (entry.spread === true) this.#carried(inner, depth - 1, true);
        }
      }
      const call = value.kind === 'call' ? file.callOf(value) : undefined;
      if (!call) continue;
      if (named || CARRIES.test(calleeName(call))) this.#arguments(call, file, depth - 1);
      if (file === this.file) for (const each of wholeChain({ call, file })) this.#builder(each);
    }
  }

  #add({ name, as }: SettingTerm, placed: Placed): void {
    if (this.#found.has(name)) return;
    const text = settingText(this.resolving, placed, as);
    if (text !== null && text !== '') this.#found.set(name, text);
  }
}

/** The first address that one of the calls is given. */
function endpointIn(resolving: Resolving, terms: CallTerms, sites: readonly CallSite[]): string | null {
  for (const { call, file } of sites) {
    const placed = (value: Value): Placed => ({ value, file, scope: call.scope });
    const given = call.args.flatMap(({ name, value }) => {
      if (name !== null) return terms.isAddress(name) ? [placed(value)] : [];
      if (value.kind === 'map')
        return value.entries.flatMap(({ key, value: inner }) =>
          key !== null && terms.isAddress(key) ? [placed(inner)] : [],
        );
      return terms.isAddress(calleeName(call)) ? [placed(value)] : [];
    });
    for (const each of given) {
      for (const { text } of textsOf(resolving, each)) {
        const endpoint = endpointOf(text);
        if (endpoint !== null) return endpoint;
      }
    }
  }
  return null;
}
