import type { DiagramPage, FromDiagram, ToDiagram } from '../../protocol';
import { ALL, legend, matrix, pointItems, threatItems } from './lists';
import type { Actions, Choice } from './lists';
import { Picture } from './picture';
import { pngOf } from './png';

/** What VS Code gives every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromDiagram): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

/** Kept while the page is out of sight and over a restart. */
interface Kept {
  readonly uri: string;
  readonly zoom: number;
}

start();

/** Shows what the extension sends, and says what was used. */
function start(): void {
  const code = acquireVsCodeApi();
  const kept = code.getState();
  const now: { uri: string; page: DiagramPage | null; choice: Choice } = {
    uri: kept?.uri ?? '',
    page: null,
    choice: ALL,
  };
  const picture = new Picture(byId('view'), kept?.zoom ?? 0, (line, column) =>
    code.postMessage({ kind: 'open', line, column }),
  );
  const act: Actions = {
    open: ({ line, column }) => code.postMessage({ kind: 'open', line, column }),
    mark: (ids) => picture.markIds(ids),
  };
  const choose = (choice: Choice) => {
    now.choice = choice;
    if (now.page) byId('threats').replaceChildren(...threatItems(now.page, choice, choose, act));
    byId('h-threats').focus();
  };
  const keep = () => code.setState({ uri: now.uri, zoom: picture.zoom });

  const show = ({ uri, page, why }: Extract<ToDiagram, { kind: 'page' }>) => {
    now.uri = uri;
    byId('why').hidden = why === null;
    byId('why').textContent =
      why === null ? '' : `${page === null ? '' : 'The last picture that could be drawn stays. '}${why}`;
    if (page !== null) {
      const same = now.page?.svg === page.svg;
      now.page = page;
      byId('title').textContent = page.title;
      if (!same) picture.show(page.svg, page.width, page.height);
      byId('legend').replaceChildren(...legend(page));
      byId('matrix').replaceChildren(matrix(page, choose));
      byId('threats').replaceChildren(...threatItems(page, now.choice, choose, act));
      byId('points').replaceChildren(...pointItems(page, act));
    }
    keep();
  };

  const buttons: Readonly<Record<string, () => void>> = {
    in: () => picture.zoomTo(picture.zoom * 1.25),
    out: () => picture.zoomTo(picture.zoom / 1.25),
    actual: () => picture.zoomTo(1),
    fit: () => picture.fit(),
    svg: () => code.postMessage({ kind: 'svg' }),
    png: () => void (now.page && pngOf(now.page).then((base64) => code.postMessage({ kind: 'png', base64 }))),
  };
  document.addEventListener('click', ({ target }) => {
    const used = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (used === null) return;
    buttons[used.dataset['do'] ?? '']?.();
    keep();
  });
  window.addEventListener('message', ({ data }: MessageEvent<ToDiagram>) => {
    if (data.kind === 'page') show(data);
    else picture.markLine(data.line);
  });
  code.postMessage({ kind: 'ready' });
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found;
}
