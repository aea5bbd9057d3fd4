import type { Asset } from '../model';
import { groupOf } from './code-groups';
import type { PlannedFlow, PlannedPart, Seen } from './planned';

/** What moves to a part and back; null where nothing does. */
interface Exchange {
  readonly to: string | null;
  readonly back: string | null;
}

/** The flows of data that follow from where assets and entry points are seen in code. */
export function flowsOf(seen: Seen, parts: readonly PlannedPart[]): PlannedFlow[] {
  const flows = new Map<string, PlannedFlow>();
  const add = (from: string, to: string, data: string) => {
    const key = `${from} ${to}`;
    if (from !== to && !flows.has(key)) flows.set(key, { from, to, data });
  };
  const processes = parts.filter(({ group }) => group !== null);
  const users = parts.find(({ type }) => type === 'actor');
  if (users) {
    for (const process of reached(seen, processes)) {
      add(users.id, process.id, 'requests');
      add(process.id, users.id, 'answers');
    }
  }
  for (const part of parts) {
    const exchange = exchangeWith(part);
    for (const process of exchange === null ? [] : usersOf(part, seen, processes)) {
      if (exchange?.to != null) add(process.id, part.id, exchange.to);
      if (exchange?.back != null) add(part.id, process.id, exchange.back);
    }
  }
  for (const [from, to] of callsInside(processes, parts, [...flows.values()])) {
    add(from, to, 'requests inside the application (assumed)');
    add(to, from, 'answers');
  }
  return [...flows.values()];
}

/** Code of the application that asks no model by itself most likely goes through the code that does. */
function callsInside(
  processes: readonly PlannedPart[],
  parts: readonly PlannedPart[],
  flows: readonly PlannedFlow[],
): [string, string][] {
  const models = new Set(parts.filter(({ assets }) => assets[0]?.kind === 'model').map(({ id }) => id));
  const asks = (id: string) => flows.filter(({ from, to }) => from === id && models.has(to)).length;
  const application = processes.filter(({ boundary }) => boundary === 'application');
  const [main] = [...application].sort((a, b) => asks(b.id) - asks(a.id));
  if (main === undefined || asks(main.id) === 0) return [];
  return application.filter(({ id }) => asks(id) === 0).map(({ id }) => [id, main.id]);
}

function exchangeWith({ id, type, assets }: PlannedPart): Exchange | null {
  const [first] = assets;
  if (id === 'memory') return { to: 'what is to be remembered', back: 'earlier conversations' };
  if (id === 'search-index') return { to: 'questions', back: 'content that is found' };
  if (id === 'hub') return { to: null, back: 'models and data' };
  switch (first?.kind) {
    case 'model':
      return type === 'external'
        ? { to: 'prompts, context and settings', back: 'answers of the model' }
        : { to: 'inputs', back: 'outputs of the model' };
    case 'vector-index':
      return { to: 'questions and content to index', back: 'content that is found' };
    case 'dataset':
      return { to: null, back: 'rows and documents' };
    case 'tool':
    case 'mcp-server':
      return { to: 'arguments that the model chose', back: 'results' };
    default:
      return null;
  }
}

/** The processes that users reach; where none takes anything in, those of the application that ask a model. */
function reached(seen: Seen, processes: readonly PlannedPart[]): PlannedPart[] {
  const open = seeing(seen, processes, 'untrusted-input');
  if (open.length > 0) return open;
  const models = seen.assets.filter(({ kind }) => kind === 'model');
  const asking = new Set(models.flatMap((model) => processesOf(model, processes)));
  return processes.filter((process) => process.boundary === 'application' && asking.has(process));
}

/** A store or model that training and experiments alone work with lies where they do. */
export function inTheirPlaces(parts: readonly PlannedPart[], flows: readonly PlannedFlow[]): PlannedPart[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  return parts.map((part) => {
    if (part.boundary !== 'application' || part.group !== null) return part;
    const others = flows.flatMap(({ from, to }) => (from === part.id ? [to] : to === part.id ? [from] : []));
    const places = new Set(others.map((id) => byId.get(id)?.boundary));
    return places.size === 1 && places.has('development') ? { ...part, boundary: 'development' } : part;
  });
}

/** The processes that work with a part: those whose code names its assets, else the one that most likely does. */
function usersOf(part: PlannedPart, seen: Seen, processes: readonly PlannedPart[]): PlannedPart[] {
  if (part.id === 'hub') return seeing(seen, processes, 'hub-download');
  if (part.id === 'search-index') return seeing(seen, processes, 'retrieval');
  if (part.id === 'memory') return seeing(seen, processes, 'memory');
  const found = new Set(part.assets.flatMap((asset) => processesOf(asset, processes)));
  const [site] = part.assets[0]?.sites ?? [];
  if (found.size === 0 && site) {
    const application = processes.filter(({ boundary }) => boundary === 'application');
    const fallback = beside(site.path, processes) ?? reached(seen, processes)[0] ?? application[0] ?? processes[0];
    if (fallback) found.add(fallback);
  }
  return processes.filter((process) => found.has(process));
}

/** The process that shares the longest way of folders with a file; null where none shares any. */
function beside(path: string, processes: readonly PlannedPart[]): PlannedPart | null {
  const folders = path.split('/').slice(0, -1);
  let [best, longest]: [PlannedPart | null, number] = [null, 0];
  for (const process of processes) {
    for (const file of process.group?.files ?? []) {
      const others = file.split('/').slice(0, -1);
      const fork = folders.findIndex((folder, index) => folder !== others[index]);
      const shared = fork < 0 ? folders.length : fork;
      if (shared > longest) [best, longest] = [process, shared];
    }
  }
  return best;
}

function processesOf({ sites }: Asset, processes: readonly PlannedPart[]): PlannedPart[] {
  const paths = new Set(sites.filter(({ via }) => via === 'code').map(({ path }) => path));
  return processes.filter(({ group }) => group !== null && [...paths].some((path) => groupOf([group], path) !== null));
}

/** The processes in whose code a capability is seen. */
function seeing({ capabilities }: Seen, processes: readonly PlannedPart[], key: string): PlannedPart[] {
  const paths = (capabilities.get(key)?.facts ?? []).map(({ path }) => path);
  return processes.filter(({ group }) => group !== null && paths.some((path) => group.files.has(path)));
}
