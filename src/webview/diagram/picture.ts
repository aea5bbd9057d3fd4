import { isDirection, neighbour } from './neighbour';

const LEAST = 0.1;
const MOST = 4;
/** Small words of the picture are 11 pixels high: below this they could not be read. */
const READABLE = 0.8;

/** The picture in its scrolled view: zoom, keys, and what is marked. */
export class Picture {
  readonly #view: HTMLElement;
  readonly #open: (line: number, column: number) => void;
  readonly #style = new CSSStyleSheet();
  #svg: SVGSVGElement | null = null;
  #size = { width: 0, height: 0 };
  zoom: number;

  constructor(view: HTMLElement, zoom: number, open: (line: number, column: number) => void) {
    this.#view = view;
    this.#open = open;
    this.zoom = zoom;
    document.adoptedStyleSheets = [this.#style];
    view.addEventListener('keydown', (event) => this.#key(event));
    view.addEventListener('click', (event) => this.#follow(event.target));
    view.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** Shows another picture; place, zoom and the focused part stay. */
  show(text: string, width: number, height: number): void {
    const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (!(documentElement instanceof SVGSVGElement)) return;
    const svg = document.importNode(documentElement, true);
    // A style inside the picture would need a nonce; as a sheet of ours it needs none.
    const style = svg.querySelector('style');
    this.#style.replaceSync(style?.textContent ?? '');
    style?.remove();
    const focused = keyOf(document.activeElement);
    this.#size = { width, height };
    this.#svg = svg;
    this.#view.replaceChildren(svg);
    if (this.zoom === 0) this.fit();
    else this.#apply();
    if (focused !== null)
      this.#parts()
        .find((part) => keyOf(part) === focused)
        ?.focus({ preventScroll: true });
  }

  /** Zooms about a point of the view, its middle where none is given. */
  zoomTo(zoom: number, at?: { readonly x: number; readonly y: number }): void {
    const view = this.#view;
    const { x, y } = at ?? { x: view.clientWidth / 2, y: view.clientHeight / 2 };
    const before = this.zoom;
    this.zoom = Math.min(MOST, Math.max(LEAST, zoom));
    const [left, top] = [(view.scrollLeft + x) / before, (view.scrollTop + y) / before];
    this.#apply();
    view.scrollTo(left * this.zoom - x, top * this.zoom - y);
  }

  /** All of it, where its words can be read then; else as much as can be read, from where the flows begin. */
  fit(): void {
    const { width, height } = this.#size;
    const { clientWidth, clientHeight } = this.#view;
    if (width === 0 || height === 0) return;
    this.zoom = Math.min(1, Math.max(READABLE, Math.min(clientWidth / width, clientHeight / height) * 0.99));
    this.#apply();
    this.#view.scrollTo(0, 0);
  }

  /** Marks the smallest part that a line of the file belongs to, and brings it into sight unless the focus is in here. */
  markLine(line: number | null): void {
    const parts = this.#parts().filter((part) => {
      const { line: start, endLine } = part.dataset;
      return line !== null && Number(start) <= line && line <= Number(endLine);
    });
    const lines = ({ dataset }: SVGElement) => Number(dataset['endLine']) - Number(dataset['line']);
    const [smallest] = parts.sort((a, b) => lines(a) - lines(b));
    this.#mark(smallest ? [smallest] : []);
  }

  markIds(ids: readonly string[]): void {
    const wanted = new Set(ids);
    this.#mark(this.#parts().filter(({ dataset }) => dataset['id'] !== undefined && wanted.has(dataset['id'])));
  }

  #mark(parts: readonly SVGElement[]): void {
    for (const part of this.#view.querySelectorAll('.ab-here')) part.classList.remove('ab-here');
    for (const part of parts) part.classList.add('ab-here');
    if (!this.#view.contains(document.activeElement)) parts[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #parts(): SVGGElement[] {
    return [...(this.#svg?.querySelectorAll<SVGGElement>('[data-line]') ?? [])];
  }

  #apply(): void {
    const { width, height } = this.#size;
    this.#svg?.setAttribute('width', String(Math.round(width * this.zoom)));
    this.#svg?.setAttribute('height', String(Math.round(height * this.zoom)));
  }

  #follow(target: EventTarget | null): boolean {
    const part = target instanceof Element ? target.closest<SVGElement>('[data-line]') : null;
    if (part === null) return false;
    this.#open(Number(part.dataset['line']), Number(part.dataset['column']));
    return true;
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = this.#view.getBoundingClientRect();
    const factor = Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0025 : 0.05));
    this.zoomTo(this.zoom * factor, { x: event.clientX - left, y: event.clientY - top });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === '+' || key === '=') this.zoomTo(this.zoom * 1.25);
    else if (key === '-') this.zoomTo(this.zoom / 1.25);
    else if (key === '0') this.zoomTo(1);
    else if (key === 'Enter' || key === ' ') {
      if (!this.#follow(event.target)) return;
    } else if (!isDirection(key) || !this.#step(event.target, key)) return;
    event.preventDefault();
  }

  /** From part to part; where none has the focus, arrow keys scroll. */
  #step(target: EventTarget | null, key: Parameters<typeof neighbour>[2]): boolean {
    const part = target instanceof Element ? target.closest<SVGElement>('[data-line]') : null;
    if (part === null) return false;
    const others = this.#parts().filter((each) => each !== part && each.classList.contains('ab-node'));
    const next = others[neighbour(middle(part), others.map(middle), key)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }
}

function middle(part: Element): { x: number; y: number } {
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** The same part in another picture of the model: lines may have moved. */
function keyOf(element: Element | null): string | null {
  if (!(element instanceof SVGElement)) return null;
  return element.dataset['id'] ?? element.getAttribute('aria-label');
}
