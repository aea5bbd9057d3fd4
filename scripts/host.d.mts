import type { ChildProcess } from 'node:child_process';

export interface Host {
  readonly home: string;
  readonly node: string;
  readonly entry: string;
  readonly require: NodeJS.Require;
}
export interface Profile {
  readonly root: string;
  readonly userData: string;
  readonly extensions: string;
  readonly config: string;
}
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}
export interface Locator {
  click(options?: { button?: 'left' | 'right'; timeout?: number }): Promise<void>;
  dblclick(): Promise<void>;
  fill(text: string): Promise<void>;
  count(): Promise<number>;
  first(): Locator;
  nth(index: number): Locator;
  locator(selector: string): Locator;
  filter(options: { hasText?: string | RegExp }): Locator;
  hover(): Promise<void>;
  isVisible(): Promise<boolean>;
  innerText(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  allInnerTexts(): Promise<string[]>;
  waitFor(options?: { state?: 'attached' | 'detached' | 'visible' | 'hidden'; timeout?: number }): Promise<void>;
}
export interface Frame {
  locator(selector: string): Locator;
  evaluate<T>(script: (() => T) | string): Promise<T>;
}
/** What the specs use of a playwright page; the package itself lives in the host's folder, not in the project. */
export interface Page {
  goto(url: string): Promise<unknown>;
  locator(selector: string): Locator;
  getByText(text: string | RegExp): Locator;
  waitForSelector(
    selector: string,
    options?: { timeout?: number; state?: 'attached' | 'detached' | 'visible' | 'hidden' },
  ): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  waitForFunction<T>(check: (argument: T) => unknown, argument?: T, options?: { timeout?: number }): Promise<unknown>;
  screenshot(options: { path: string }): Promise<unknown>;
  evaluate<T>(script: (() => T) | string): Promise<T>;
  /** The page itself and everything inside it, webviews among them. */
  frames(): readonly Frame[];
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string, options?: { delay?: number }): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number): Promise<void>;
    wheel(x: number, y: number): Promise<void>;
  };
}
export interface Browser {
  newPage(options?: { viewport?: { width: number; height: number } }): Promise<Page>;
  close(): Promise<void>;
}

export function ensureHost(options?: { quiet?: boolean }): Host;
export function hostCommand(host: Host, args: readonly string[]): void;
export function freshProfile(settings?: Record<string, unknown>): Profile;
export function startHost(
  host: Host,
  profile: Profile,
  options?: { args?: readonly string[]; trust?: boolean; env?: Record<string, string>; port?: number },
): Promise<Running>;
export function launchBrowser(host: Host): Promise<Browser>;
export function runInExtensionHost(options: {
  extension: string;
  entry: string;
  workspace: string;
  results: string;
  seconds?: number;
}): Promise<void>;
