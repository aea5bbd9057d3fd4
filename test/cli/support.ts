import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliIo } from '../../src/cli/io';
import { runCli } from '../../src/cli/run-cli';
import { testCatalogue } from '../support/catalogue';
import { testGrammars } from '../support/grammars';

export const CHAT = 'from openai import OpenAI\n\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n';

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line over a project in a folder of its own, new for each test, with a model in `src/chat.py`. */
export class CliProject {
  root = '';
  #cache = '';

  /** To be called inside `describe`. */
  static perTest(): CliProject {
    const project = new CliProject();
    beforeEach(() => {
      project.root = mkdtempSync(join(tmpdir(), 'ai-baseline-cli-'));
      project.#cache = mkdtempSync(join(tmpdir(), 'ai-baseline-cache-'));
      project.put('src/chat.py', CHAT);
    });
    afterEach(() => [project.root, project.#cache].forEach((each) => rmSync(each, { recursive: true, force: true })));
    return project;
  }

  readonly put = (path: string, text: string): void => {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  };

  readonly read = (path: string): string => readFileSync(join(this.root, path), 'utf8');

  readonly run = async (
    argv: readonly string[],
    more: Partial<CliIo> & { readonly tty?: boolean } = {},
  ): Promise<Result> => {
    const [out, err]: [string[], string[]] = [[], []];
    const stream = (lines: string[]) => ({ write: (text: string) => void lines.push(text), isTTY: more.tty ?? false });
    const code = await runCli(argv, {
      stdout: stream(out),
      stderr: stream(err),
      cwd: this.root,
      env: { SOURCE_DATE_EPOCH: '1795500000' },
      cancel: { cancelled: false },
      version: '1.2.3',
      catalogue: testCatalogue(),
      grammars: testGrammars,
      cacheFolder: this.#cache,
      stamp: 'test',
      server: join(this.root, 'server.js'),
      ...more,
    });
    return { code, out: out.join(''), err: err.join('') };
  };
}

/** The rules of the findings of `scan --format json`. */
export function findingsOf({ out }: Result): string[] {
  return (JSON.parse(out) as { findings: { rule: string; path: string }[] }).findings.map((each) => each.rule);
}
