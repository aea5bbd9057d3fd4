import type { FromLifeCycle, ToLifeCycle } from '../../protocol';
import { morph } from './morph';
import { placeOfAddress } from './place-address';

/** What VS Code gives every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromLifeCycle): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

/** Kept while the page is out of sight and over a restart. */
interface Kept {
  readonly project: string;
  readonly scroll: number;
}

start();

/** Shows what the extension sends, keeps place and focus, and says which link or button was used. */
function start(): void {
  const code = acquireVsCodeApi();
  const page = document.getElementById('page');
  const style = document.getElementById('style');
  if (page === null || style === null) return;
  let kept = code.getState() ?? { project: '', scroll: 0 };
  let shown = false;

  window.addEventListener('message', ({ data }: MessageEvent<ToLifeCycle>) => {
    if (style.textContent !== data.style) style.textContent = data.style;
    morph(page, data.html);
    document.title = data.title;
    if (!shown) window.scrollTo(0, kept.scroll);
    shown = true;
    kept = { project: data.project, scroll: window.scrollY };
    code.setState(kept);
  });
  window.addEventListener('scroll', () => {
    if (!shown) return;
    kept = { ...kept, scroll: window.scrollY };
    code.setState(kept);
  });
  // Before VS Code's own handling of links, which knows only scrolling and opening addresses.
  document.addEventListener('click', (event) => handleClick(event, (message) => code.postMessage(message)), true);
  code.postMessage({ kind: 'ready' });
}

function handleClick(event: MouseEvent, tell: (message: FromLifeCycle) => void): void {
  if (!(event.target instanceof Element)) return;
  const used = event.target.closest<HTMLElement>('a[href], button');
  if (used === null) return;
  const address = used.dataset['fix'] ?? used.getAttribute('href');
  const place = address === null ? null : placeOfAddress(address);
  if (place !== null) tell({ kind: used.dataset['fix'] === undefined ? 'open' : 'fix', ...place });
  else if (used.dataset['export'] !== undefined) tell({ kind: 'export', format: used.dataset['export'] });
  else if (address?.startsWith('#') === true) goTo(address.slice(1));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Takes the focus along, so that the next Tab goes on from there. */
function goTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  if (!target.matches('a[href], button, summary')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}
