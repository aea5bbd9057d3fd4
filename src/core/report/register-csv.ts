import { isDocumentedKind } from '../model';
import type { Asset } from '../model';
import { csvText } from './csv-text';
import { headerText } from './header';
import type { ReportInput } from './input';

const COLUMNS = [
  'Asset',
  'Kind',
  'Name',
  'Also called',
  'Scope',
  'Systems',
  'Documentation',
  'Records',
  'Owner',
  'Suppliers',
  'Version named by',
  'Digest',
  'Depends on',
  'Places',
  'First place',
  'As of',
  'Commit',
  'Header',
] as const;

const PINS: Readonly<Record<Asset['pin'], string>> = {
  exact: 'an exact version',
  alias: 'an alias that can move',
  none: 'no version',
  'not-applicable': '',
};

/** The state by its name; only models, datasets and prompts are asked for a record. */
function documented({ kind, documentation: { state } }: Asset): string {
  return state === 'none' && !isDocumentedKind(kind) ? 'not asked for' : state;
}

/** The asset register: one row per asset, derived from what was found and what its records say. */
export function registerCsv(input: ReportInput): string {
  const { snapshot, commit } = input;
  const end = [snapshot.asOf, commit ?? '', headerText(input)];
  const owners = new Map(snapshot.records.map(({ path, owner }) => [path, owner]));
  const rows = snapshot.assets.map((asset) => {
    const [first] = asset.sites;
    const held = [...new Set(asset.records.flatMap((path) => owners.get(path) ?? []))];
    return [
      asset.id,
      asset.kind,
      asset.name,
      asset.aliases.join('; '),
      asset.scope,
      asset.systems.join('; '),
      documented(asset),
      asset.documentation.by.join('\n'),
      held.join('; '),
      asset.suppliers.join('; '),
      PINS[asset.pin],
      asset.digest ?? '',
      asset.dependsOn.join('\n'),
      String(asset.sites.length),
      first ? `${first.path}:${String(first.line)}` : '',
      ...end,
    ];
  });
  const empty = ['', '', 'No AI assets were found', ...COLUMNS.slice(6).map(() => ''), ...end];
  return csvText([COLUMNS, ...(rows.length === 0 ? [empty] : rows)]);
}
