import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's caches lie: never in a tree that is read. Each program has its own `part`, since builds differ. */
export function cacheFolder(part: string): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (process.platform === 'win32' && local) return join(local, 'ai-baseline', 'Cache', part);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ai-baseline', part);
  return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.cache'), 'ai-baseline', part);
}
