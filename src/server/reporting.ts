import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Catalogue } from '../core';
import { notifications, type ChangedParams, type ProgressParams } from '../protocol';
import { countsOf } from './counts';
import { diagnosticsOf } from './diagnostics';
import type { Project } from './project';
import type { Projects } from './projects';
import { Publisher } from './publisher';
import type { Session } from './session';
import { amount } from './words';

/** Tells the client what is new: diagnostics, counts, how far the reading is. */
export class Reporting {
  readonly #connection: Connection;
  readonly #catalogue: Catalogue;
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #bars = new Map<Project, Promise<WorkDoneProgressServerReporter>>();
  readonly #progress = new Map<Project, ProgressParams>();
  #version = 0;

  constructor(connection: Connection, catalogue: Catalogue, session: Session) {
    this.#connection = connection;
    this.#catalogue = catalogue;
    this.#session = session;
    this.#publisher = new Publisher((uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }));
  }

  /** Grows whenever a tree may have changed. */
  get version(): number {
    return this.#version;
  }

  changed(project: Project, projects: Projects): void {
    if (projects.all.includes(project)) {
      const options = { catalogue: this.#catalogue, rulePage: this.#session.client.rulePage || null };
      this.#publisher.publish(project.uri, diagnosticsOf(project, options));
    } else {
      this.#publisher.clear(project.uri);
      this.#progress.delete(project);
      this.#endBar(project);
    }
    this.counts(projects);
  }

  counts(projects: Projects): void {
    this.#version += 1;
    const params: ChangedParams = { version: this.#version, counts: countsOf(projects.all) };
    void this.#connection.sendNotification(notifications.changed, params);
  }

  progress(project: Project, progress: ProgressParams, cancel: () => void, projects: Projects): void {
    this.#progress.set(project, progress);
    const running = projects.all.flatMap((each) => this.#progress.get(each) ?? []).filter(({ scanning }) => scanning);
    const sum = (key: 'done' | 'total') => running.reduce((total, each) => total + each[key], 0);
    const params: ProgressParams = { scanning: running.length > 0, done: sum('done'), total: sum('total') };
    void this.#connection.sendNotification(notifications.progress, params);
    if (progress.scanning) this.#showBar(project, progress, cancel);
    else this.#endBar(project);
  }

  #showBar(project: Project, { done, total }: ProgressParams, cancel: () => void): void {
    if (!this.#session.canShowProgress) return;
    let bar = this.#bars.get(project);
    if (!bar) {
      bar = this.#connection.window.createWorkDoneProgress().then((reporter) => {
        reporter.begin('AI Baseline', 0, 'listing files', true);
        reporter.token.onCancellationRequested(cancel);
        return reporter;
      });
      this.#bars.set(project, bar);
    }
    if (total === 0) return;
    const message = `${done.toLocaleString('en-US')} of ${amount(total, 'file')}`;
    void bar.then((reporter) => reporter.report(Math.round((done / total) * 100), message));
  }

  #endBar(project: Project): void {
    void this.#bars.get(project)?.then((reporter) => reporter.done());
    this.#bars.delete(project);
  }
}
