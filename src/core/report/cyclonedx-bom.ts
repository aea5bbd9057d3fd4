import { ComponentType, ExternalReferenceType } from '@cyclonedx/cyclonedx-library/Enums';
import { Bom, Component, Metadata, Tools } from '@cyclonedx/cyclonedx-library/Models';
import type { Service } from '@cyclonedx/cyclonedx-library/Models';
import {
  addProperties,
  assetComponent,
  endpointService,
  reference,
  serverService,
  systemComponent,
} from './cyclonedx-components';
import { PROJECT_REF, RecordsOf, assetRef, endpointsOf, property, serviceRef, systemRef } from './cyclonedx-parts';
import { cautionTexts, headerText, leftOutText } from './header';
import { projectName, standardName } from './input';
import type { ReportInput } from './input';
import { timeOf } from './uuid';

/**
 * The bill of materials as far as the official library has classes for it: components, services, suppliers, hashes,
 * licences, references, properties, and who depends on whom. The library keeps the order in which things are added, which
 * is that of the snapshot; it is never asked to sort, since it would sort by the language of the machine.
 */
export function bomOf(input: ReportInput): Bom {
  const { snapshot } = input;
  const project = new Component(ComponentType.Application, projectName(input), { bomRef: PROJECT_REF });
  if (input.commit !== null) project.version = input.commit;
  for (const { path } of snapshot.threatModels) {
    project.externalReferences.add(reference(path, ExternalReferenceType.ThreatModel));
  }
  const bom = new Bom({ metadata: metadataOf(input, project) });
  const parts = new Map<string, Component | Service>([[PROJECT_REF, project]]);
  const addComponent = (component: Component): void => {
    parts.set(component.bomRef.value ?? '', component);
    bom.components.add(component);
  };
  const addService = (service: Service): void => {
    parts.set(service.bomRef.value ?? '', service);
    bom.services.add(service);
  };
  const records = new RecordsOf(snapshot);
  for (const system of snapshot.profile?.systems ?? []) addComponent(systemComponent(system));
  for (const asset of snapshot.assets) {
    if (asset.kind === 'mcp-server') addService(serverService(asset));
    else addComponent(assetComponent(asset, asset.kind, records));
  }
  for (const endpoint of endpointsOf(snapshot)) addService(endpointService(endpoint));
  for (const [from, to] of dependencies(input)) {
    // The library knows a part by its reference object, not by what stands in it.
    const part = parts.get(to);
    if (part !== undefined && from !== to) parts.get(from)?.dependencies.add(part.bomRef);
  }
  return bom;
}

/** Who depends on whom: the project on its systems, these on their assets, assets on each other and on hosts. */
function dependencies({ snapshot }: ReportInput): (readonly [string, string])[] {
  const systems = snapshot.profile?.systems ?? [];
  const ids = new Set(systems.map(({ id }) => id));
  return [
    ...systems.map(({ id }) => [PROJECT_REF, systemRef(id)] as const),
    ...snapshot.assets.flatMap((asset) => {
      const own = asset.systems.filter((id) => ids.has(id)).map((id) => [systemRef(id), assetRef(asset.id)] as const);
      const loose = own.length === 0 && asset.scope === 'product';
      return [
        ...own,
        ...(loose ? [[PROJECT_REF, assetRef(asset.id)] as const] : []),
        ...asset.dependsOn.map((id) => [assetRef(asset.id), assetRef(id)] as const),
      ];
    }),
    ...endpointsOf(snapshot).flatMap(({ host, assets }) =>
      assets.map((id) => [assetRef(id), serviceRef(host)] as const),
    ),
  ];
}

function metadataOf(input: ReportInput, component: Component): Metadata {
  const { snapshot, version, commit } = input;
  const { coverage, asOf } = snapshot;
  const tools = new Tools();
  tools.components.add(new Component(ComponentType.Application, 'ai-baseline', { version }));
  const metadata = new Metadata({ timestamp: new Date(timeOf(asOf)), tools, component });
  addProperties(metadata, [
    ...property('header', headerText(input)),
    ...cautionTexts(input).flatMap((text) => property('note', text)),
    ...property('standard', standardName(snapshot)),
    ...property('commit', commit),
    ...property('files-read', coverage.read),
    ...coverage.skipped.flatMap(({ path, reason }) => property('not-read', `${path}: ${reason}`)),
    ...property('left-out', leftOutText(coverage)),
  ]);
  return metadata;
}
