import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, type Settings } from '../protocol';
import type { Project } from './project';
import type { Projects } from './projects';
import type { Session } from './session';

/** Keeps the settings of every project as the client has them. */
export class SettingsReader {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #projects: Projects;
  readonly #changed: (project: Project) => void;

  constructor(connection: Connection, session: Session, projects: Projects, changed: (project: Project) => void) {
    this.#connection = connection;
    this.#session = session;
    this.#projects = projects;
    this.#changed = changed;
  }

  async listen(): Promise<void> {
    await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'aiBaseline' });
  }

  /** Reads them anew and shows what follows. Clients without settings have the defaults. */
  async read(): Promise<void> {
    if (!this.#session.canConfigure) return;
    const projects = this.#projects.all;
    const read = await this.#connection.workspace.getConfiguration(
      projects.map(({ uri }) => ({ scopeUri: uri, section: 'aiBaseline' })),
    );
    projects.forEach((project, index) => {
      const before = JSON.stringify(project.settings);
      project.settings = settingsOf((read as unknown[])[index]);
      if (JSON.stringify(project.settings) !== before) this.#changed(project);
    });
  }
}

/** Settings come from people: whatever is not as it should be is the default. */
function settingsOf(value: unknown): Settings {
  const section = mapOf(value);
  const diagnostics = mapOf(section['diagnostics']);
  const { scopes, enabled, openFields } = diagnostics;
  return {
    diagnostics: {
      enabled: enabled !== false,
      openFields: openFields !== false,
      scopes: Array.isArray(scopes)
        ? scopes.filter((scope) => typeof scope === 'string')
        : DEFAULT_SETTINGS.diagnostics.scopes,
    },
    codeLens: { enabled: mapOf(section['codeLens'])['enabled'] !== false },
    scan: { onChange: mapOf(section['scan'])['onChange'] === 'save' ? 'save' : 'type' },
  };
}

function mapOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
