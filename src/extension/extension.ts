import { window, type ExtensionContext } from 'vscode';
import type { Host } from './context';
import { features } from './features';
import { Server } from './server';
import { ServerState } from './server-state';

/** Sets everything up and starts the server without waiting for it: the editor must not feel that we are here. */
export function activate(extension: ExtensionContext): void {
  const log = window.createOutputChannel('AI Baseline', { log: true });
  const server = new Server(extension, log);
  const state = new ServerState(server);
  const host: Host = { extension, server, state, log };
  extension.subscriptions.push(log, state, { dispose: () => void server.stop() });
  extension.subscriptions.push(...features.map((register) => register(host)));
  server.start();
}
