import type { EvidenceFile } from '../assess';
import { textDigest } from '../discover/digest';
import type { ClaimsFile, Evidence, FileFacts } from '../model';
import type { Cancellation, FileContent, Workspace } from '../ports';
import { readSections } from '../records/sections';

const MOST_FILES = 500;
const MARKDOWN = /\.(?:md|markdown|mdx)$/iu;

/** Looks into the files that claims name as evidence by digest, heading or lines; each once for as long as it is the same. */
export class EvidenceFiles {
  #known = new Map<string, { readonly hash: string | null; readonly file: EvidenceFile }>();

  constructor(private readonly workspace: Workspace) {}

  /** By path; a file that cannot be read is left out. */
  async read(
    files: ReadonlyMap<string, FileFacts>,
    claims: ClaimsFile | undefined,
    cancel: Cancellation,
  ): Promise<ReadonlyMap<string, EvidenceFile>> {
    const next = new Map<string, { readonly hash: string | null; readonly file: EvidenceFile }>();
    for (const path of [...pathsIn(files, claims)].slice(0, MOST_FILES)) {
      const hash = files.get(path)?.hash ?? null;
      const known = this.#known.get(path);
      if (known !== undefined && hash !== null && known.hash === hash) next.set(path, known);
      else {
        const content = await this.workspace.read(path, cancel);
        if (cancel.cancelled) break;
        if (content.kind !== 'skipped') next.set(path, { hash, file: fileOf(path, content) });
      }
    }
    this.#known = next;
    return new Map([...next].map(([path, { file }]) => [path, file]));
  }
}

/** What has to be looked into: a path alone only has to be there. */
function pathsIn(files: ReadonlyMap<string, FileFacts>, claims: ClaimsFile | undefined): Set<string> {
  const paths = new Set<string>();
  for (const evidence of claims?.claims.flatMap((claim) => claim.evidence) ?? []) {
    const path = lookedInto(evidence);
    if (path !== null && files.has(path)) paths.add(path);
  }
  return paths;
}

function lookedInto({ target, digest }: Evidence): string | null {
  if (target?.in !== 'tree') return null;
  return digest !== null || target.heading !== null || target.lines !== null ? target.path : null;
}

/** What is known of a file as evidence. */
export function fileOf(path: string, content: Exclude<FileContent, { kind: 'skipped' }>): EvidenceFile {
  if (content.kind === 'binary') {
    return { digest: content.hash === null ? null : `sha256:${content.hash}`, headings: null, lines: null };
  }
  const { text } = content;
  const headings = MARKDOWN.test(path) ? readSections(text, 0).map(({ title }) => title.trim().toLowerCase()) : null;
  return { digest: textDigest(text), headings, lines: text.replace(/\n$/u, '').split('\n').length };
}
