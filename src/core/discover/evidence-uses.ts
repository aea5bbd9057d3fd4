import { FILE_START, type AssetKind, type FileFacts, type Sighting } from '../model';
import { pushTo } from '../groups';
import type { Evidence } from './evidence-input';
import type { FileUse } from './file-use';
import type { ProjectFiles } from './project-files';
import { PROMPT_ENDINGS } from './prompt-endings';
import { remembering } from './remembered';
import { isTestPath } from './scope';
import { rangeKey } from './sighting-parts';

export interface Uses {
  /** Places where code reads files, under the name of the asset that the file is, or may be. */
  readonly sites: readonly Sighting[];
  /** Files that nothing but their use shows to be a prompt or dataset. */
  readonly made: readonly Sighting[];
  /** Documents of folders that are read as a whole: their path, and the folder. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Texts that may be prompts though nothing but the code that reads them says so. */
const PROMPT_TEXT = new RegExp(`^[^.]+$|\\.${PROMPT_ENDINGS}$`, 'i');
const DOCUMENT = /^file\.(?:pdf|docx?|pptx|txt|md|html?|rst|epub)$/;
const ROWS = /^file\.(?:json|csv|tsv)$/;
const OUTPUTS =
  /(?:^|[^a-z])(?:results?|outputs?|logs?|reports?|cache|config|settings|metrics|fixtures|locales?|i18n|static|public|schemas?)(?:[^a-z]|$)/i;
const DATA = /\.(?:csv|tsv|jsonl|ndjson|parquet|arrow|feather|npy|npz|xlsx?|pkl|pickle|h5|hdf5)$/i;

/**
 * What the places where code reads files say about these files. Reading a file says nothing by itself: who reads it has to
 * work with models (`isAi` for the project, or for the very file where it is not known what is done with the content).
 */
export function readByCode(evidence: Evidence, project: ProjectFiles, isAi: boolean): Uses {
  const { fileUses, fileSightings, files, codeSightings } = evidence;
  const byPath = denotedBy(fileSightings);
  const aiFiles = new Set(codeSightings.map(({ path }) => path));
  const documents = byFolder(fileSightings, isDocument);
  const prompts = byFolder(fileSightings, isPromptText);
  const sites: Sighting[] = [];
  const made = new Map<string, Sighting>();
  const folders = new Map<string, string>();
  const readFile = (use: FileUse, path: string) => {
    const denoted = byPath.get(path);
    const known = denoted?.find(({ kind }) => use.as === 'unknown' || use.as === kind);
    const kind = known?.kind ?? use.as;
    if (kind === 'unknown' || !counts(use, kind, isAi, aiFiles)) return;
    const facts = files.get(path);
    if (known) sites.push(siteOf(use, kind, known.name));
    else if (facts && isOpen(denoted) && (isNamedAs(use, kind) || mayBe(kind, path))) {
      if (!made.has(path)) made.set(path, filesMade(facts)(kind));
      sites.push(siteOf(use, kind, path));
    }
  };
  const readFolder = (use: FileUse, path: string): boolean => {
    for (const prompt of prompts.get(path) ?? []) sites.push(siteOf(use, 'prompt', prompt));
    const isTaken = use.as === 'dataset' || isShelf(use, path, project);
    const taken = isTaken ? factsOf(filesIn(path, project, DOCUMENT_FILE), files) : [];
    if (!documentsIn(path, documents, folders)) {
      if (taken.length === 0) return false;
      for (const each of taken) made.set(each.path, ofFolder(each)(path));
    }
    sites.push(siteOf(use, 'dataset', path));
    return true;
  };
  for (const use of fileUses) {
    const path = pathsMeant(project)(use);
    if (path === null || path === use.path) continue;
    const isFolder = project.hasFolder(path);
    const isRead = isFolder && (aiFiles.has(use.path) || use.inAi === true);
    if (isFolder && use.language === null) {
      for (const each of filesIn(path, project, PROMPT_TEXT)) readFile(use, each);
    } else if (!(isRead && readFolder(use, path))) readFile(use, path);
  }
  const names = new Set([...made.values()].map(({ name }) => name));
  const isMade = ({ name }: Sighting) => names.has(name);
  // What a model is told with is no data, whatever the file alone looked like.
  const told = new Set(sites.filter(({ kind }) => kind === 'prompt').map(placeOf));
  const isTold = (site: Sighting) => site.kind === 'dataset' && told.has(placeOf(site));
  const meant = sites.filter((site) => !isTold(site));
  return { sites: meant.filter((site) => !isMade(site)), made: [...made.values(), ...meant.filter(isMade)], folders };
}

/** What a place where code reads a file means in a project. */
const pathsMeant = remembering((project: ProjectFiles) =>
  remembering((use: FileUse) => project.find(use.target, use.path) ?? folderMeant(project, use)),
);

/** A folder whose files are gone through, somewhere below what only the run knows: `Directory.GetFiles(Path.Combine(root, "manuals"))`. */
function folderMeant(project: ProjectFiles, { target, inAi, lists }: FileUse): string | null {
  return inAi === true && lists === true && /^[a-z][\w-]{3,}$/i.test(target) ? project.onlyFolder(target) : null;
}

/** The paths of some files by the folder that they lie in. */
function byFolder(
  fileSightings: readonly Sighting[],
  isMeant: (sighting: Sighting) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const sighting of fileSightings) {
    const { path } = sighting;
    if (!path.includes('/') || !isMeant(sighting)) continue;
    pushTo(found, path.slice(0, path.lastIndexOf('/')), path);
  }
  return found;
}

/** What is read where: a file at a place in code. */
function placeOf(site: Sighting): string {
  return `${site.path}|${rangeKey(site)}|${site.name}`;
}

function isDocument({ kind, path, signature }: Sighting): boolean {
  if (kind !== 'dataset') return false;
  return DOCUMENT.test(signature) || (ROWS.test(signature) && !OUTPUTS.test(path));
}

/** A text in a folder for prompts that code has to read, as far as the file shows. */
function isPromptText({ kind, signature, needs }: Sighting): boolean {
  return kind === 'prompt' && signature === 'file.prompt-folder' && needs === 'use';
}

/** The files right in a folder whose name fits. */
function filesIn(folder: string, project: ProjectFiles, fitting: RegExp): readonly string[] {
  return project
    .filesIn(folder)
    .filter((path) => fitting.test(path.slice(folder.length + 1)))
    .slice(0, MOST_TEXTS);
}

function factsOf(paths: readonly string[], files: ReadonlyMap<string, FileFacts>): FileFacts[] {
  return paths.flatMap((path) => files.get(path) ?? []);
}

/** Names of folders whose texts are no data: what a program is told with, its own papers, what it wrote or shows. */
const NO_SHELF =
  /prompt|template|instruction|persona|skill|agent|command|rule|note|log|memor|session|transcript|output|result|report|fixture|snapshot|locale|view|page|post|blog|component|migration|schema/i;

/** A folder of nothing but documents of one kind, whose files code that works with models goes through. */
function isShelf(use: FileUse, folder: string, project: ProjectFiles): boolean {
  if (use.lists !== true || use.inAi !== true || NO_SHELF.test(folder) || isTestPath(folder)) return false;
  const inside = filesIn(folder, project, /./);
  const ending = /\.(?:txt|md|pdf|docx)$/i.exec(inside[0] ?? '')?.[0];
  return inside.length > 1 && ending !== undefined && inside.every((path) => path.endsWith(ending));
}

const MOST_TEXTS = 40;
const DOCUMENT_FILE = /\.(?:md|txt|pdf|html?|docx?|rst|epub)$/i;

/** Notes the documents of a folder under its name; false where there are none. */
function documentsIn(
  folder: string,
  documents: ReadonlyMap<string, readonly string[]>,
  folders: Map<string, string>,
): boolean {
  const found = documents.get(folder) ?? below(folder, documents);
  for (const path of found) folders.set(path, folder);
  return found.length > 0;
}

/** What lies in the folders of a folder that holds nothing but folders, such as one for each year. */
function below(folder: string, documents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (!folder.includes('/')) return [];
  return [...documents].flatMap(([path, inside]) => (path.startsWith(`${folder}/`) ? inside : []));
}

function counts(use: FileUse, kind: AssetKind, isAi: boolean, aiFiles: ReadonlySet<string>): boolean {
  // Scenes and firmware are `.bin` too, arrays and fixtures `.npz` or `.pkl`: such names are believed only around models.
  if (kind === 'model')
    return (
      isAi ||
      aiFiles.has(use.path) ||
      use.inAi === true ||
      !/\.(?:bin|dat|model|net|params|plan|engine|task|npz|h5|hdf5|pkl|pickle)$/i.test(use.target)
    );
  if (use.inAi === true || aiFiles.has(use.path)) return true;
  return use.as === kind && !isTestPath(use.target) && isAi;
}

/** Nothing sure is known of a file: what its reader does with it decides. */
function isOpen(denoted: readonly Sighting[] | undefined): boolean {
  return (denoted ?? []).every(({ needs }) => needs !== undefined);
}

/** Configuration of a tool that works with models says itself what the file is. */
function isNamedAs(use: FileUse, kind: AssetKind): boolean {
  return use.language === null && use.inAi === true && use.as === kind;
}

/** True where a file that does not show what it is may be what its reader takes it for. */
function mayBe(kind: AssetKind, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (kind === 'prompt')
    return PROMPT_TEXT.test(name) && !/^(?:readme|license|requirements|changelog|contributing)/i.test(name);
  return kind === 'dataset' && DATA.test(name);
}

/** What files denote, by their path and by their name (a folder's name has many: the first few do). */
function denotedBy(fileSightings: readonly Sighting[]): ReadonlyMap<string, readonly Sighting[]> {
  const byPath = new Map<string, Sighting[]>();
  for (const sighting of fileSightings) {
    if (sighting.via !== 'file') continue;
    for (const key of new Set([sighting.path, sighting.name])) {
      const list = byPath.get(key);
      if (!list) byPath.set(key, [sighting]);
      else if (list.length < MOST) list.push(sighting);
    }
  }
  return byPath;
}

const MOST = 8;

/** The same sighting for the same use, kind and name. */
function siteOf(use: FileUse, kind: AssetKind, name: string): Sighting {
  const made = sitesMade(use);
  const key = `${kind}:${name}`;
  const site = made.get(key) ?? siteMade(use, kind, name);
  made.set(key, site);
  return site;
}

const sitesMade = remembering((_use: FileUse) => new Map<string, Sighting>());

function siteMade(use: FileUse, kind: AssetKind, name: string): Sighting {
  const { line, column, endLine, endColumn, cell, cellLine } = use;
  return {
    line, column, endLine, endColumn,
    ...(cell === undefined ? {} : { cell }),
    ...(cellLine === undefined ? {} : { cellLine }),
    path: use.path, via: use.language === null ? 'config' : 'code', language: use.language, use: 'use', signature: use.language === null ? 'config.prompt-file' : 'file.read', provider: null, pin: 'not-applicable', confidence: 'medium', kind, name, written: use.target,
  }; // prettier-ignore
}

const filesMade = remembering((facts: FileFacts) => {
  const byKind = new Map<AssetKind, Sighting>();
  return (kind: AssetKind): Sighting => {
    const file = byKind.get(kind) ?? fileOf(facts, kind);
    byKind.set(kind, file);
    return file;
  };
});

/** A document of a folder that is taken in as a whole. */
const ofFolder = remembering((facts: FileFacts) => {
  const byFolder = new Map<string, Sighting>();
  return (folder: string): Sighting => {
    const document = byFolder.get(folder) ?? { ...fileOf(facts, 'dataset'), name: folder };
    byFolder.set(folder, document);
    return document;
  };
});

function fileOf(facts: FileFacts, kind: AssetKind): Sighting {
  return {
    ...FILE_START,
    path: facts.path,
    via: 'file',
    language: null,
    use: 'definition',
    signature: 'file.read',
    provider: null,
    pin: 'not-applicable',
    confidence: 'medium',
    kind,
    name: facts.path,
    ...(facts.hash === null ? {} : { digest: `sha256:${facts.hash}` }),
  };
}
