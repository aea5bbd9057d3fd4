import type { RecordKind } from '../../catalogue';
import { compareText } from '../../model';
import type { Asset, AssetDescription, FactName, FileFacts, ProseDocument } from '../../model';
import { accounts } from '../documents/describe';
import { DescribedAssets, kindsSaid } from '../documents/describing';
import { NameIndex } from '../documents/names';
import type { Fact } from '../documents/said';
import type { Adoption, Told } from './adoption';

/** The facts that answer a field, by its key or heading, the best first. Others are asked of a person. */
const ANSWERS: readonly (readonly [string, readonly FactName[]])[] = [
  ['provider', ['provider', 'source']],
  ['source', ['source', 'access', 'provider']],
  ['version', ['version']],
  ['licence', ['licence']],
  ['models', ['models']],
  ['parameters', ['parameters']],
  ['Purpose', ['purpose']],
  ['Limitations', ['limitations']],
  ['Training data', ['trainingData']],
  ['Hashes', ['hashes']],
  ['Contents', ['contents']],
  ['Collection', ['collection']],
  ['Tools within reach', ['tools']],
];

/** What a text in prose is believed to say at length, so that a record can point there. */
const POINTS: readonly (readonly [string, Fact])[] = [
  ['Purpose', 'purpose'],
  ['licence', 'terms'],
];

/** Knows which documents of a project a record of an asset could take over. */
export class Adoptions {
  readonly #byAsset = new Map<string, AssetDescription[]>();
  readonly #prose = new Map<string, ProseDocument>();

  constructor(assets: readonly Asset[], files: Iterable<FileFacts>) {
    const index = new DescribedAssets(assets);
    for (const { path, prose, describing } of files) {
      if (prose) this.#prose.set(path, prose);
      for (const description of describing?.descriptions ?? []) {
        if (kindsSaid(description) === 0) continue;
        for (const { id } of index.about(description)) {
          const known = this.#byAsset.get(id);
          if (known) known.push(description);
          else this.#byAsset.set(id, [description]);
        }
      }
    }
  }

  /** What a record of an asset would take over; null where no document tells enough. */
  of(asset: Asset, kind: RecordKind): Adoption | null {
    const descriptions = [...(this.#byAsset.get(asset.id) ?? [])].sort(
      (a, b) => kindsSaid(b) - kindsSaid(a) || compareText(a.path, b.path),
    );
    const told = new Map<string, Told>();
    const paths = new Set<string>();
    for (const description of descriptions) {
      for (const [field, fact] of answers(description, kind)) {
        paths.add(description.path);
        if (!told.has(field)) told.set(field, fact);
      }
    }
    for (const [field, fact] of this.#pointers(asset, paths)) {
      paths.add(fact.path);
      if (field !== '' && !told.has(field)) told.set(field, fact);
    }
    const authors = descriptions.flatMap(({ facts }) => facts.authors?.texts ?? []);
    return paths.size === 0 ? null : { paths: [...paths], told, authors: [...new Set(authors)].slice(0, 5) };
  }

  /** Documents in prose that describe it: what they say at length is pointed to. */
  *#pointers(asset: Asset, known: ReadonlySet<string>): Iterable<[string, Told]> {
    if (asset.documentation.state !== 'described') return;
    const names = new NameIndex([asset]);
    for (const path of asset.documentation.by) {
      const document = this.#prose.get(path);
      if (!document || known.has(path)) continue;
      const account = accounts(document, names, besides(asset, path) ? [asset] : [])[0];
      if (!account?.describes) continue;
      yield ['', { texts: [], path, line: null }];
      const said = account.said();
      for (const [field, fact] of POINTS) {
        if (said.has(fact)) yield [field, { texts: [], path, line: null }];
      }
    }
  }
}

function answers({ path, facts }: AssetDescription, kind: RecordKind): [string, Told][] {
  const fields = new Set(kind.fields.map((field) => field.key ?? field.heading));
  return ANSWERS.flatMap(([field, names]): [string, Told][] => {
    const fact = names.map((name) => facts[name]).find((each) => each !== undefined);
    return fact && fields.has(field) ? [[field, { texts: fact.texts, path, line: fact.range.line }]] : [];
  });
}

function besides(asset: Asset, path: string): boolean {
  const folder = (file: string) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
  return asset.sites.some((site) => site.via === 'file' && folder(site.path) === folder(path));
}
