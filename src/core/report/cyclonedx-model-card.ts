import type { Asset, AssetKind } from '../model';
import { assetRef } from './cyclonedx-parts';
import type { RecordsOf } from './cyclonedx-parts';

/** The library has no class for `modelCard` and `data`: they are made here, in the shape of the schemas 1.6 and 1.7. */
type Json = Readonly<Record<string, unknown>>;

/** The model card of a model from its record; null where the record says nothing that belongs there. */
export function modelCardOf(asset: Asset, records: RecordsOf, isKnown: (id: string) => boolean): Json | null {
  const parameters = parametersOf(asset, records, isKnown);
  const considerations = considerationsOf(asset, records);
  if (parameters === null && considerations === null) return null;
  return {
    'bom-ref': `${assetRef(asset.id)}/model-card`,
    ...(parameters === null ? {} : { modelParameters: parameters }),
    ...(considerations === null ? {} : { considerations }),
  };
}

function parametersOf(asset: Asset, records: RecordsOf, isKnown: (id: string) => boolean): Json | null {
  const refs = asset.dependsOn
    .filter((id) => id.startsWith('dataset:') && isKnown(id))
    .map((id) => ({ ref: assetRef(id) }));
  const training = records.said(asset, 'Training data');
  const told = training === null ? [] : [{ type: 'dataset', name: 'Training data', description: training }];
  const datasets = [...refs, ...told];
  return datasets.length === 0 ? null : { datasets };
}

function considerationsOf(asset: Asset, records: RecordsOf): Json | null {
  const purpose = records.said(asset, 'Purpose');
  const limits = [records.said(asset, 'Limitations'), records.said(asset, 'Failure modes')].filter(
    (text) => text !== null,
  );
  const guardrails = records.said(asset, 'Guardrails');
  const considerations = {
    ...(purpose === null ? {} : { useCases: [purpose] }),
    ...(limits.length === 0 ? {} : { technicalLimitations: limits }),
    ...(guardrails === null ? {} : { ethicalConsiderations: [{ name: 'Guardrails', mitigationStrategy: guardrails }] }),
  };
  return Object.keys(considerations).length === 0 ? null : considerations;
}

const DATA_TYPES: Partial<Record<AssetKind, string>> = {
  dataset: 'dataset',
  'evaluation-set': 'dataset',
  // There is no type for prompts: they configure what a model does.
  prompt: 'configuration',
  'vector-index': 'other',
};

/** What a component of type data holds, and who answers for it. */
export function dataOf(asset: Asset, records: RecordsOf): Json | null {
  const type = DATA_TYPES[asset.kind];
  if (type === undefined) return null;
  const contents = records.said(asset, 'Contents');
  const personal = records.said(asset, 'personal-data');
  const owner = records.owner(asset);
  // Who looks after data is its custodian in the words of the standard.
  const role = asset.kind === 'dataset' ? 'custodians' : 'owners';
  return {
    'bom-ref': `${assetRef(asset.id)}/data`,
    type,
    name: asset.name,
    ...(contents === null ? {} : { description: contents }),
    ...(personal === null || personal === 'none' ? {} : { sensitiveData: [`Personal data: ${personal}`] }),
    ...(owner === null ? {} : { governance: { [role]: [{ contact: { name: owner } }] } }),
  };
}
