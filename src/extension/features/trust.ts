import { workspace } from 'vscode';
import type { Feature } from '../context';

/** Restricted Mode ends while the editor runs: from then on the server offers what writes. */
export const trust: Feature = ({ server }) => workspace.onDidGrantWorkspaceTrust(() => server.trustGranted());
