import { claimsPath } from '../claims';
import { CONFIGURATION_FILE, createSelection } from '../config';
import type { Configuration } from '../config';
import type { Catalogue } from '../catalogue';
import { createDiscoverer } from '../discover';
import { given, prepared, readWithTemplates } from './configured';
import type { Configured } from '../config/configuration';
import { textDigest } from '../discover/digest';
import type { EngineOptions, Progress } from '../engine';
import type { Coverage, FileFacts, Sighting, Snapshot, Stats } from '../model';
import { compareText } from '../model';
import type { Cancellation, Listing, Logger, Selection } from '../ports';
import { analyse, emptySnapshot } from './analysis';
import { EvidenceFiles } from './evidence-files';
import { keepSnapshot, recalled } from './kept-snapshot';
import { FileStore } from './file-store';
import { withoutNestedProjects } from './nested';
import { readAll } from './read-all';
import { Stamps } from './stamps';
import { sameData } from '../same-data';
import type { Work } from './work-queue';

/** Files whose change moves what belongs to the project. */
const MOVES_BORDERS = /(?:^|\/)(?:\.gitignore|\.gitattributes|ai-baseline\.yaml)$/u;

/** Everything of a snapshot but its version and stats. */
type Result = ReturnType<typeof analyse>;

type OnProgress = (progress: Progress) => void;

/** What depends on the configuration, made anew when that changes. */
interface Setup {
  /** As it was read; what is wrong with its templates is left out of `configuration`, and told there. */
  readonly configured: Configured;
  /** With the fields and templates of the project's own. */
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly discoverer: ReturnType<typeof createDiscoverer>;
  readonly store: FileStore;
}

/** One project's files, and what they say together. One piece of work at a time: see WorkQueue. */
export class Project {
  #setup: Setup;
  #selection: Selection;
  #listing: Listing | null = null;
  #snapshot: Snapshot;
  #result: Result | null = null;
  /** The piece of work at hand listed the project anew. */
  #listed = false;
  readonly #evidence: EvidenceFiles;
  readonly #stamps: Stamps | null;
  /** Something broke down in this run, and may not in the next. */
  #failed = false;
  private readonly options: EngineOptions;

  constructor(options: EngineOptions) {
    this.options = { ...options, logger: this.#heard(options.logger) };
    const keeps = options.snapshots !== undefined;
    this.#stamps = options.cache || keeps ? new Stamps(options.workspace, keeps) : null;
    this.#setup = this.#prepare(given(options));
    this.#evidence = new EvidenceFiles(options.workspace);
    this.#selection = createSelection(this.#setup.configuration);
    this.#snapshot = emptySnapshot(options.catalogue, options.clock.today());
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get configuration(): Configuration {
    return this.#setup.configuration;
  }

  /** Everything that is asked, the project's own fields included. */
  get catalogue(): Catalogue {
    return this.#setup.catalogue;
  }

  /** The facts of every file, by path. */
  files(): ReadonlyMap<string, FileFacts> {
    return this.#setup.store.inOrder();
  }

  /** Whether a file of that path is known, be it readable or not. */
  holds(path: string): boolean {
    return this.#setup.store.knows(path);
  }

  /** Does a piece of work; false where it was cancelled, with the snapshot left as it was. */
  async run(work: Work, cancel: Cancellation, onProgress: OnProgress): Promise<boolean> {
    const started = this.options.clock.now?.() ?? 0;
    this.#listed = false;
    this.#failed = false;
    this.#stamps?.clear();
    let everything = work.everything || this.#listing === null;
    const configures = everything || [...work.paths].some((path) => this.#isConfiguration(path));
    if (configures) everything = (await this.#configure(cancel)) || everything;
    if (cancel.cancelled) return false;
    if (everything && (await this.#recall(started, cancel))) return true;
    const named = everything ? null : new Set([...work.paths].filter((path) => this.#concerns(path)));
    if (!(await this.#gather(named, cancel, onProgress))) return false;
    return this.#conclude(started, cancel);
  }

  /** Brings listing and facts up to date: of known files the named ones, or all for null. */
  async #gather(named: ReadonlySet<string> | null, cancel: Cancellation, onProgress: OnProgress): Promise<boolean> {
    const { store } = this.#setup;
    const listFirst = named === null || [...named].some((path) => MOVES_BORDERS.test(path) || !store.knows(path));
    if (listFirst && !this.#listed && !(await this.#list(cancel))) return false;
    store.counts = { parsed: 0, cached: 0 };
    if (!(await this.#read(named, cancel, onProgress))) return false;
    // A known file that cannot be read any more may be gone: only a listing can tell.
    const lost = !listFirst && [...named].some((path) => store.isSkipped(path));
    return !lost || ((await this.#list(cancel)) && this.#read(new Set(), cancel, onProgress));
  }

  /** Takes the snapshot of an earlier run, where only that is asked for and nothing has changed since. */
  async #recall(started: number, cancel: Cancellation): Promise<boolean> {
    const { snapshots } = this.options;
    // Without one, files would be asked for their stamps in vain.
    if (!snapshots?.isThere || !(await this.#list(cancel))) return false;
    const madeOf = this.#madeOf();
    const kept = madeOf && recalled(snapshots, madeOf);
    if (kept === null) return false;
    this.#take(kept, started, kept.stats);
    return true;
  }

  #keep(): void {
    const { snapshots } = this.options;
    const madeOf = this.#failed ? null : this.#madeOf();
    if (snapshots && madeOf) keepSnapshot(snapshots, this.#snapshot, madeOf);
  }

  #madeOf() {
    const listing = this.#listing;
    const stamps = this.#stamps;
    // Findings about a configuration that was given name its path.
    const salt = JSON.stringify([this.options.configuration?.path, this.#setup.configured.salt]);
    return listing && stamps && { listing, stamps, salt, today: this.options.clock.today() };
  }

  #heard(logger: Logger): Logger {
    return {
      info: (message) => logger.info(message),
      warn: (message) => logger.warn(message),
      error: (message, error) => {
        this.#failed = true;
        logger.error(message, error);
      },
    };
  }

  /** `ai-baseline.yaml`, and the templates and overlays that it names. */
  #isConfiguration(path: string): boolean {
    const { templates, overlays } = this.#setup.configured.configuration;
    return path === CONFIGURATION_FILE || [...templates, ...overlays].some((each) => each.path === path);
  }

  /** Reads `ai-baseline.yaml` and what it names; true where that changed, and with it everything else. */
  async #configure(cancel: Cancellation): Promise<boolean> {
    const configured = await readWithTemplates(this.options, cancel);
    if (cancel.cancelled || configured.salt === this.#setup.configured.salt) return false;
    this.#setup = this.#prepare(configured);
    this.#listing = null;
    return true;
  }

  #prepare(configured: Configured): Setup {
    const { grammars, logger, workspace, cache } = this.options;
    const { catalogue, configuration } = prepared(this.options.catalogue, configured);
    const earlierCode = () => cache?.code() ?? null;
    const discoverer = createDiscoverer({ catalogue, grammars, configuration, logger, earlierCode });
    const store = new FileStore(
      { workspace, stamps: this.#stamps, logger, cache },
      (path, content) => discoverer.read(path, content),
      textDigest(configured.salt),
    );
    cache?.keepCode(() => discoverer.codeShown());
    return { configured, catalogue, configuration, discoverer, store };
  }

  /** Whether the selection could take a path; where it cannot, its change means nothing here. */
  #concerns(path: string): boolean {
    if (this.#setup.store.knows(path) || MOVES_BORDERS.test(path)) return true;
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) return false;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts.slice(0, index + 1).join('/');
      const decision = this.#selection.decide(index === parts.length - 1 ? part : `${part}/`);
      // How much people left out is said in the coverage, and limits what can be told.
      if (decision !== 'take') return decision === 'config';
    }
    return true;
  }

  async #list(cancel: Cancellation): Promise<boolean> {
    const selection = createSelection(this.#setup.configuration);
    const listing = await this.options.workspace.list(selection, cancel);
    if (cancel.cancelled) return false;
    this.#selection = selection;
    this.#listed = true;
    this.#listing = withoutNestedProjects(listing, this.#setup.configuration);
    const paths = new Set(this.#listing.files);
    this.#setup.store.keepOnly(paths);
    return true;
  }

  /** Reads what is new, and of the rest the named files, or all for null. */
  async #read(named: ReadonlySet<string> | null, cancel: Cancellation, onProgress: OnProgress): Promise<boolean> {
    const { store, configured } = this.#setup;
    const paths =
      named === null || this.#listed
        ? (this.#listing?.files ?? []).filter((path) => named === null || named.has(path) || !store.knows(path))
        : [...named].filter((path) => store.knows(path));
    let done = 0;
    const onRead = () => {
      done += 1;
      onProgress({ done, total: paths.length });
    };
    await readAll(paths, { store, readers: this.options.readers, configured, cancel, onRead });
    return !cancel.cancelled;
  }

  /** Works out what follows from the facts; false where it was cancelled on the way. */
  async #conclude(started: number, cancel: Cancellation): Promise<boolean> {
    const { store, configuration, catalogue } = this.#setup;
    const { clock, logger } = this.options;
    const today = clock.today();
    const files = store.inOrder();
    const sightings = await this.#sightings(files, cancel);
    if (sightings === null) return false;
    const evidenceFiles = await this.#evidence.read(files, files.get(claimsPath(configuration))?.claims, cancel);
    if (cancel.cancelled) return false;
    const result = analyse({
      catalogue,
      configuration,
      files,
      sightings,
      coverage: this.#coverage(),
      evidenceFiles,
      today,
      logger,
    });
    this.#take(result, started, { files: store.size, ...store.counts });
    this.#keep();
    return true;
  }

  #take(result: Result, started: number, stats: Omit<Stats, 'ms'>): void {
    const version = this.#snapshot.version + (sameData(result, this.#result) ? 0 : 1);
    const ms = Math.round((this.options.clock.now?.() ?? 0) - started);
    this.#result = result;
    this.#snapshot = { ...result, version, stats: { ...stats, ms } };
  }

  async #sightings(files: ReadonlyMap<string, FileFacts>, cancel: Cancellation): Promise<readonly Sighting[] | null> {
    const pause = () => this.options.clock.pause?.();
    try {
      return await this.#setup.discoverer.sightings(files, cancel, pause);
    } catch (error) {
      this.options.logger.error('What files say together could not be worked out; each counts alone.', error);
      return [...files.values()].flatMap((facts) => facts.sightings.filter((sighting) => sighting.needs === undefined));
    }
  }

  #coverage(): Coverage {
    const listing = this.#listing;
    const skipped = [...(listing?.skipped ?? []), ...this.#setup.store.skipped()];
    return {
      read: this.#setup.store.size,
      ignored: listing?.ignored ?? { gitignore: 0, config: 0, default: 0 },
      skipped: skipped.sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason)),
    };
  }
}
