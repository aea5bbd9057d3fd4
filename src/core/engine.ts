import type { Catalogue } from './catalogue';
import type { GateQuestion } from './gate';
import type { Configuration } from './config/configuration';
import type { ClaimWords, EvidenceWords } from './fix';
import type {
  Completion,
  Destination,
  FileFacts,
  FileLink,
  FilePlace,
  Fold,
  GateResult,
  HoverText,
  ItemSeen,
  Lens,
  OutlineItem,
} from './model';
import type { Diagram, Position, ProjectEdit, QuickFix, Range, Snapshot } from './model';
import type { FileRename, ImportedAnswers } from './fix';
import type { Renamable } from './navigate';
import type { QuestionnaireFormat } from './records';
import type { Readers } from './engine/readers';
import type { ImportedThreatModel } from './threats/exchange/import';
import type { Cancellation, Clock, Disposable, Grammars, Logger, Workspace } from './ports';

/**
 * Keeps what single files say from one run to the next, and what code says together. What is kept under another salt, or by
 * another build (the door's to say), is not there.
 */
export interface FactsCache {
  /** From now on under this salt: what facts depend on besides path and content. */
  open(salt: string): void;
  /** Something is kept of a file of that path. */
  holds(path: string): boolean;
  /** The facts of a file whose content has that hash. */
  get(path: string, hash: string): FileFacts | null;
  /** The facts of a file whose stamp (see Workspace) is still that one: it need not be read. */
  unchanged(path: string, stamp: string): FileFacts | null;
  /** `stamp` null: the file has to be read again next time. */
  set(path: string, stamp: string | null, facts: FileFacts): void;
  /** What code showed together in the run before, null where nobody knows: plain data, as `keepCode` is given it. */
  code(): unknown;
  /** Asked when all is kept. */
  keepCode(shown: () => unknown): void;
}

/** Keeps the snapshot of the last run. What another build kept (the door's to say) is not there. */
export interface SnapshotCache {
  /** Something may be kept. */
  readonly isThere: boolean;
  /** The snapshot that was kept with that state of the project; null for any other. */
  find(state: string): Snapshot | null;
  keep(state: string, snapshot: Snapshot): void;
}

export interface EngineOptions {
  readonly workspace: Workspace;
  readonly grammars: Grammars;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cache?: FactsCache;
  /**
   * For who asks for the snapshot and the catalogue alone: where nothing changed since a run, its snapshot is given, and no
   * file is read. All other questions then find an empty project.
   */
  readonly snapshots?: SnapshotCache;
  /** Who helps with many files. They see the files of `workspace`, and the same catalogue. */
  readonly readers?: Readers;
  /** Used in place of the project's own `ai-baseline.yaml`; `path` is what findings about it name. */
  readonly configuration?: { readonly path: string; readonly text: string };
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What a person says about a change. */
export interface ChangeWords {
  /** Why, in one line. */
  readonly reason: string;
  /** Who, where that is known. */
  readonly by?: string;
}

/** How known gaps are accepted. */
export interface AcceptTerms {
  readonly reason: string;
  /** `YYYY-MM-DD`; the day itself still counts. */
  readonly until: string;
  readonly prune?: boolean;
}

/** What a threat model would take in that has come since it was written. */
export interface ThreatModelGrowth {
  /** Adds only: whatever stands in the file stays, to the letter. */
  readonly edit: ProjectEdit;
  /** The file as it would be. */
  readonly text: string;
  /** In words, such as `2 assets`; empty where there is nothing to add. */
  readonly added: readonly string[];
  /** Lists in whose place a person wrote words: nothing is added there. */
  readonly left: readonly string[];
}

/** A picture, or why there is none: what is broken, and where. */
export type ThreatModelDrawing =
  | { readonly diagram: Diagram; readonly broken: null }
  | { readonly diagram: null; readonly broken: { readonly message: string; readonly line: number } };

/** Threat models that begin with what is seen in the code. */
export interface ThreatModelEngine {
  /**
   * A new threat model with the assets, flows, boundaries and attack paths that the code shows. Where `system.yaml` has a
   * system of that name it is about that one, else about the whole project. What a person must judge is open.
   */
  newThreatModel(title: string): ProjectEdit;
  /** The threat model of a file as it stands in the editor, laid out; null where there is no such file. */
  drawThreatModel(path: string, cancel: Cancellation): Promise<ThreatModelDrawing | null>;
  /** Null where the file cannot be read as a threat model, or not be changed without touching what stands there. */
  growThreatModel(path: string, cancel: Cancellation): Promise<ThreatModelGrowth | null>;
  /** A threat model of another tool as a new one of this project, under a name that is not taken. */
  importThreatModel(text: string): ImportedThreatModel & { readonly edit: ProjectEdit };
}

/** One project: reads its files once, keeps what they say, and answers from that. Doors only project the answers. */
export interface Engine extends ThreatModelEngine {
  /** Everything known now; empty before the first scan. */
  readonly snapshot: Snapshot;
  readonly configuration: Configuration;
  /** Where the baseline of known gaps lies, or would lie: project-relative. */
  readonly acceptedPath: string;
  /** With what the project lays over it. */
  readonly catalogue: Catalogue;
  /** Reads the whole project anew, unchanged files from memory. */
  scan(cancel: Cancellation, onProgress?: (progress: Progress) => void): Promise<Snapshot>;
  /** Files were changed, created or deleted: reads them again and works out what follows. */
  update(paths: readonly string[], cancel: Cancellation): Promise<Snapshot>;
  onDidChange(listener: (snapshot: Snapshot) => void): Disposable;

  /** The ways out of the findings at a place; an asset's other sites offer the same as its primary site. */
  fixesAt(path: string, range: Range): readonly QuickFix[];
  /** New records for the assets, one each, under names that are not taken; what documents say already is taken over. */
  document(assetIds: readonly string[]): ProjectEdit;
  /**
   * A new record of an asset that points to the documents which describe it already and takes over what they say, with the
   * source of each fact; what else the standard asks for is left open. Null where there is no such document, or a record.
   */
  adopt(assetId: string): ProjectEdit | null;
  /** A new document of a kind, by a title the person chose; for a kind that documents assets it covers `assetIds`. */
  newRecord(kind: string, title: string, assetIds: readonly string[]): ProjectEdit;
  /** Path of the record of a kind that goes by a title already (or, without one, is about the supplier of the first asset). */
  namesake(kind: string, title: string, assetIds: readonly string[]): string | null;
  /** The comment (or, where a file has none, the entry of ai-baseline.yaml) that suppresses a finding. */
  ignore(fingerprint: string, reason: string, cancel: Cancellation): Promise<ProjectEdit | null>;
  /**
   * Writes down in the records concerned that what they cover has changed (`stale-record`), or that a review was made
   * (`overdue-review`): digest, day of review, a line in the change log with the reason. Null without a reason, where the
   * finding is gone, and where a record is broken.
   */
  recordChange(fingerprint: string, words: ChangeWords, cancel: Cancellation): Promise<ProjectEdit | null>;
  /**
   * Adds findings to the baseline of known gaps, `accepted.yaml`: until that day they are suppressed, with the reason.
   * Entries that are there stay; with `prune` those of no finding are taken out. Null without a reason or a day that
   * exists, and where the file is broken.
   */
  accept(fingerprints: readonly string[], terms: AcceptTerms, cancel: Cancellation): Promise<ProjectEdit | null>;
  /**
   * Writes down in `claims.yaml` what a person says about provisions, several as one step: a claim about the same provision
   * and systems is changed, others are put in order, all other text stays. Null where a provision is not known, a reason is
   * missing (`applies: false`), a day does not exist, or the file can only be changed by hand.
   */
  claim(claims: readonly ClaimWords[], cancel: Cancellation): Promise<ProjectEdit | null>;
  /**
   * Names a piece of evidence for claims; that of a file with its digest of today. A claim that is not there is begun, with
   * its support left open. Null as with `claim`, and where the place is none.
   */
  attachEvidence(
    claims: readonly Pick<ClaimWords, 'provision' | 'systems'>[],
    evidence: EvidenceWords,
    cancel: Cancellation,
  ): Promise<ProjectEdit | null>;
  /** The decision at a gate, from what is known now; nothing is written. */
  gate(question: GateQuestion): GateResult;
  /** The decision written into the checklist, with who took it. Null without a name or a checklist, and where it is undecided. */
  recordDecision(question: GateQuestion, approver: string, cancel: Cancellation): Promise<ProjectEdit | null>;
  /** Ticks the item of a checklist that begins on a line, with name and today's date. Null where there is none to tick. */
  tick(path: string, line: number, by: string, cancel: Cancellation): Promise<ProjectEdit | null>;
  /** The items of a checklist with what the repository shows beside each. */
  checklistNotes(path: string): readonly ItemSeen[];
  /** The questions of a supplier assessment as one text to send out. Null where it is broken or asks nothing. */
  questionnaire(record: string, format: QuestionnaireFormat, cancel: Cancellation): Promise<string | null>;
  /** What came back of that, written into the empty places of the record. Null where it is broken or asks nothing. */
  importAnswers(
    record: string,
    sent: { readonly sent: string; readonly format: QuestionnaireFormat },
    cancel: Cancellation,
  ): Promise<ImportedAnswers | null>;
  /** In records what stands there, elsewhere what is known of the asset that is used there. */
  hover(path: string, position: Position, cancel: Cancellation): Promise<HoverText | null>;
  complete(path: string, position: Position, cancel: Cancellation): Promise<readonly Completion[]>;

  /** Between an asset's id in papers, its record and the places where it is used; from a provision's id to its page. */
  definition(path: string, position: Position, cancel: Cancellation): Promise<Destination | null>;
  /** Where an asset is used and named, and which records name a provision. `declaration`: with its primary site. */
  references(
    path: string,
    position: Position,
    options: { readonly declaration: boolean },
    cancel: Cancellation,
  ): Promise<readonly FilePlace[]>;
  /** An id in a paper that can be renamed; null for everything else. */
  renamable(path: string, position: Position, cancel: Cancellation): Promise<Renamable | null>;
  /** Writes another name for it wherever papers name it. Null where nothing can be renamed, or not to that. */
  rename(path: string, position: Position, name: string, cancel: Cancellation): Promise<ProjectEdit | null>;
  /** What papers have to say differently once files or folders go by other names. */
  renameFiles(renames: readonly FileRename[], cancel: Cancellation): Promise<ProjectEdit>;
  /** What of a record leads to a file of the project. */
  links(path: string, cancel: Cancellation): Promise<readonly FileLink[]>;
  /** What is said above the definitions of models and prompts in a file. */
  lenses(path: string): readonly Lens[];
  /** The keys of a record. */
  outline(path: string, cancel: Cancellation): Promise<readonly OutlineItem[]>;
  /** What can be folded in a record; null for other files. */
  folds(path: string, cancel: Cancellation): Promise<readonly Fold[] | null>;
}
