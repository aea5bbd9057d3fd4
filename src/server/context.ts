import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../core';
import type { OpenDocuments } from './documents';
import type { Projects } from './projects';
import type { Reporting } from './reporting';
import type { ServerServices, Session } from './session';

/** What the parts that answer requests share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly services: ServerServices;
  readonly session: Session;
  readonly projects: Projects;
  readonly documents: OpenDocuments;
  readonly reporting: Reporting;
  readonly logger: Logger;
}
