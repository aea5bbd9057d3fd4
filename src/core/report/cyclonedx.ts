import { JSON as Json } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6, Spec1dot7 } from '@cyclonedx/cyclonedx-library/Spec';
import type { Asset } from '../model';
import { bomOf } from './cyclonedx-bom';
import { declarationsOf } from './cyclonedx-declarations';
import { dataOf, modelCardOf } from './cyclonedx-model-card';
import { RecordsOf, assetRef, endpointsOf, serviceRef, symbolOf } from './cyclonedx-parts';
import type { ReportInput } from './input';
import { uuidOf } from './uuid';

const SPECS = { '1.6': Spec1dot6, '1.7': Spec1dot7 } as const;
const MOST_OCCURRENCES = 500;

type Normalized = ReturnType<ReturnType<InstanceType<typeof Json.Normalize.Factory>['makeForBom']>['normalize']>;

/**
 * A CycloneDX bill of materials of the AI in the project (ML-BOM). The official library makes what it has classes for;
 * model cards, data, places, origins and declarations, which it has none for, are added to what it made.
 */
export function cycloneDx(input: ReportInput, version: keyof typeof SPECS): string {
  const spec = SPECS[version];
  const normalized = new Json.Normalize.Factory(spec).makeForBom().normalize(bomOf(input), { sortLists: false });
  const body = { ...withOwnParts(normalized, input), ...declarationsOf(input) };
  const { $schema, bomFormat, specVersion, ...rest } = body;
  const serialNumber = `urn:uuid:${uuidOf('cyclonedx', version, JSON.stringify(rest))}`;
  return `${JSON.stringify({ $schema, bomFormat, specVersion, ...rest, serialNumber }, null, 2)}\n`;
}

function withOwnParts(bom: Normalized, { snapshot }: ReportInput) {
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const byRef = new Map(snapshot.assets.map((asset) => [assetRef(asset.id), asset]));
  const records = new RecordsOf(snapshot);
  const hosts = new Map(endpointsOf(snapshot).map(({ host }) => [serviceRef(host), host]));
  return {
    ...bom,
    // Readers that ask every part for its list trip over one that has none.
    dependencies: (bom.dependencies ?? []).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn ?? [] })),
    components: (bom.components ?? []).map((component) => {
      const asset = byRef.get(component['bom-ref'] ?? '');
      return asset === undefined ? component : { ...component, ...ownPartsOf(asset, assets, records) };
    }),
    ...(bom.services === undefined
      ? {}
      : {
          services: bom.services.map((service) => {
            const host = hosts.get(service['bom-ref'] ?? '');
            // A reference without a scheme: which one is used is not known.
            return host === undefined ? service : { ...service, endpoints: [`//${host}`] };
          }),
        }),
  };
}

function ownPartsOf(asset: Asset, assets: ReadonlyMap<string, Asset>, records: RecordsOf): object {
  const card = asset.kind === 'model' ? modelCardOf(asset, records, (id) => assets.has(id)) : null;
  const data = dataOf(asset, records);
  const made = asset.kind === 'model' ? asset.dependsOn.flatMap((id) => assets.get(id) ?? []) : [];
  const ancestors = made
    .filter(({ kind }) => kind === 'model')
    .map(({ name }) => ({ type: 'machine-learning-model', name }));
  return {
    evidence: { occurrences: occurrencesOf(asset) },
    ...(ancestors.length === 0 ? {} : { pedigree: { ancestors } }),
    ...(card === null ? {} : { modelCard: card }),
    ...(data === null ? {} : { data: [data] }),
  };
}

function occurrencesOf(asset: Asset) {
  const symbol = symbolOf(asset);
  return asset.sites.slice(0, MOST_OCCURRENCES).map(({ path, line, via, use, signature, cell, cellLine }) => ({
    location: path,
    line,
    ...(symbol === null || use !== 'definition' ? {} : { symbol }),
    additionalContext: [
      `${use} in ${via}, seen as ${signature}`,
      ...(cell === undefined ? [] : [`cell ${cell}, line ${cellLine ?? 1}`]),
    ].join('; '),
  }));
}
