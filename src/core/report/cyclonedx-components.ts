import {
  ComponentScope,
  ComponentType,
  ExternalReferenceType,
  HashAlgorithm,
} from '@cyclonedx/cyclonedx-library/Enums';
import {
  Component,
  ExternalReference,
  NamedLicense,
  OrganizationalEntity,
  Property,
  Service,
  SpdxLicense,
} from '@cyclonedx/cyclonedx-library/Models';
import { fixupSpdxId } from '@cyclonedx/cyclonedx-library/SPDX';
import { isDocumentedKind } from '../model';
import type { Asset, AssetKind, AssetRecord, System } from '../model';
import { assetRef, property, revisionOf, serviceRef, settingsOf, systemRef } from './cyclonedx-parts';
import type { Endpoint, NamedValue, RecordsOf } from './cyclonedx-parts';
import { huggingFacePurl } from './hugging-face-purl';
import { pathUri } from './uri';

/** MCP servers are services; everything else is a component. */
const TYPES: Readonly<Record<Exclude<AssetKind, 'mcp-server'>, ComponentType>> = {
  model: ComponentType.MachineLearningModel,
  dataset: ComponentType.Data,
  prompt: ComponentType.Data,
  agent: ComponentType.Application,
  tool: ComponentType.Application,
  'vector-index': ComponentType.Data,
  guardrail: ComponentType.Application,
  'evaluation-set': ComponentType.Data,
};

export function systemComponent(system: System): Component {
  const component = new Component(ComponentType.Application, system.name, { bomRef: systemRef(system.id) });
  if (system.purpose !== null) component.description = system.purpose;
  addProperties(component, [
    ...property('kind', 'system'),
    ...property('deployed', system.deployed),
    ...property('runs', system.runs),
    ...property('data', system.data),
    ...property('exposure', system.exposure),
    ...property('owner', system.owner),
    ...property('custodian', system.custodian),
  ]);
  return component;
}

export function assetComponent(asset: Asset, kind: Exclude<AssetKind, 'mcp-server'>, records: RecordsOf): Component {
  const component = new Component(TYPES[kind], asset.name, {
    bomRef: assetRef(asset.id),
    scope: asset.scope === 'product' ? ComponentScope.Required : ComponentScope.Excluded,
  });
  const version = revisionOf(asset) ?? records.said(asset, 'version');
  if (version !== null) component.version = version;
  const purl = huggingFacePurl(asset);
  if (purl !== null) component.purl = purl;
  const [supplier] = asset.suppliers;
  if (supplier !== undefined) component.supplier = new OrganizationalEntity({ name: supplier });
  const purpose = records.said(asset, 'Purpose');
  if (purpose !== null) component.description = purpose;
  const sha256 = /^sha256:([0-9a-f]{64})$/u.exec(asset.digest ?? '')?.[1];
  if (sha256 !== undefined) component.hashes.set(HashAlgorithm['SHA-256'], sha256);
  addLicence(component, records.said(asset, 'licence'));
  for (const record of records.of(asset)) component.externalReferences.add(reference(record.path, typeOf(record)));
  for (const path of asset.documentation.by) {
    if (!asset.records.includes(path))
      component.externalReferences.add(reference(path, ExternalReferenceType.Documentation));
  }
  addProperties(component, [...factsOf(asset), ...paperFacts(asset, records)]);
  return component;
}

function factsOf(asset: Asset): NamedValue[] {
  const { id, kind, aliases, scope, documentation, confidence, pin, suppliers, digest, configDigest, publicSource } =
    asset;
  return [
    ...property('id', id),
    ...property('kind', kind),
    ...aliases.flatMap((alias) => property('alias', alias)),
    ...property('scope', scope),
    // Only models, datasets and prompts are asked for a record.
    ...property(
      'documentation',
      documentation.state === 'none' && !isDocumentedKind(kind) ? null : documentation.state,
    ),
    ...property('confidence', confidence),
    ...property('pin', pin === 'not-applicable' ? null : pin),
    ...suppliers.slice(1).flatMap((name) => property('supplier', name)),
    // A digest of the text as it is compared, not of the bytes of the file, is no hash of the component.
    ...property('digest', digest),
    ...property('config-digest', configDigest),
    ...property('public-source', publicSource),
    ...asset.systems.flatMap((system) => property('system', system)),
    ...settingsOf(asset.sites),
  ];
}

function paperFacts(asset: Asset, records: RecordsOf): NamedValue[] {
  const said = (name: string, ...fields: readonly string[]) => property(name, records.said(asset, ...fields));
  return [
    ...property('owner', records.owner(asset)),
    ...said('reviewed', 'reviewed'),
    ...said('source', 'source'),
    ...said('obtained', 'obtained'),
    ...said('retention', 'retention'),
    ...said('access', 'access'),
    ...said('parameters', 'parameters'),
    ...said('guardrails', 'Guardrails'),
  ];
}

export function serverService(asset: Asset): Service {
  const service = new Service(asset.name, { bomRef: assetRef(asset.id) });
  const [provider] = asset.suppliers;
  if (provider !== undefined) service.provider = new OrganizationalEntity({ name: provider });
  addProperties(service, factsOf(asset));
  return service;
}

export function endpointService({ host, provider }: Endpoint): Service {
  const service = new Service(host, { bomRef: serviceRef(host) });
  if (provider !== null) service.provider = new OrganizationalEntity({ name: provider });
  addProperties(service, property('kind', 'endpoint'));
  return service;
}

export function addProperties(to: { readonly properties: Set<Property> }, properties: readonly NamedValue[]): void {
  for (const { name, value } of properties) to.properties.add(new Property(name, value));
}

function addLicence(component: Component, licence: string | null): void {
  if (licence === null) return;
  const spdx = fixupSpdxId(licence);
  component.licenses.add(spdx === undefined ? new NamedLicense(licence) : new SpdxLicense(spdx));
}

function typeOf({ kind }: AssetRecord): ExternalReferenceType {
  return kind === 'model-card' ? ExternalReferenceType.ModelCard : ExternalReferenceType.Documentation;
}

export function reference(path: string, type: ExternalReferenceType): ExternalReference {
  return new ExternalReference(pathUri(path), type);
}
