import type { DiagramPage, DiagramThreatRow } from '../../protocol';

/** What the lists below the picture do when they are used. */
export interface Actions {
  readonly open: (place: { readonly line: number; readonly column: number }) => void;
  readonly mark: (ids: readonly string[]) => void;
}

/** Which threats are listed: those of one field of the matrix, or all. */
export interface Choice {
  readonly likelihood: string | null;
  readonly impact: string | null;
}

export const ALL: Choice = { likelihood: null, impact: null };

export function legend(page: DiagramPage): HTMLElement[] {
  const shapes: Readonly<Record<string, string>> = {
    actor: 'box with slightly round corners',
    process: 'box with round ends',
    store: 'open on the right',
    model: 'six corners, thick line',
    tool: 'box with one corner cut off',
    external: 'box with a broken line',
    unknown: 'dotted box: a flow names it, but no component describes it',
  };
  return [
    ...page.legend.map(({ type, words }) => item(`${words}: ${shapes[type] ?? ''}`)),
    item('large broken frame: trust boundary'),
    item('thick line: a flow that crosses a trust boundary'),
    item('number at a part: threats that aim at it; "!" where some are not answered yet'),
    ...(page.left > 0 ? [item(`${page.left} parts and flows are not drawn: the model is too large`)] : []),
  ];
}

/** Five by five, the most likely on top; each count leads to its threats. */
export function matrix(page: DiagramPage, choose: (choice: Choice) => void): HTMLElement {
  const table = make('table');
  const head = make('tr');
  head.append(column('likelihood \\ impact'), ...page.impacts.map(column));
  table.append(head);
  [...page.likelihoods.entries()].reverse().forEach(([row, likelihood]) => {
    const line = make('tr');
    const title = make('th', likelihood);
    title.scope = 'row';
    line.append(title);
    page.impacts.forEach((impact, at) => {
      const risk = page.risks[row * page.impacts.length + at] ?? '';
      const count = page.threats.filter((each) => each.likelihood === likelihood && each.impact === impact).length;
      const cell = make('td');
      cell.className = risk;
      if (count > 0) {
        const words = `${threats(count)}: likelihood ${likelihood}, impact ${impact}, risk ${risk}`;
        cell.append(button(String(count), () => choose({ likelihood, impact }), words));
      }
      cell.append(make('small', risk.replace('-', ' ')));
      line.append(cell);
    });
    table.append(line);
  });
  const box = make('div');
  const unrated = page.threats.filter(({ likelihood, impact }) => likelihood === null || impact === null).length;
  box.append(table, make('p', unrated === 0 ? 'All threats are rated.' : `${threats(unrated)} not rated yet.`));
  return box;
}

export function threatItems(page: DiagramPage, choice: Choice, choose: (choice: Choice) => void, act: Actions): Node[] {
  const chosen = choice.likelihood !== null;
  const rows = page.threats.filter(
    ({ likelihood, impact }) => !chosen || (likelihood === choice.likelihood && impact === choice.impact),
  );
  const back = make('li');
  back.append(
    make('span', `${threats(rows.length)} of likelihood ${choice.likelihood ?? ''}, impact ${choice.impact ?? ''} `),
    button('Show all', () => choose(ALL)),
  );
  const items = rows.map((row) => {
    const entry = make('li');
    const go = button(wordsOf(row), () => act.open(row));
    go.className = 'go';
    for (const event of ['focus', 'mouseenter']) go.addEventListener(event, () => act.mark(row.nodes));
    entry.append(go);
    return entry;
  });
  if (rows.length === 0) items.push(item('None.'));
  return chosen ? [back, ...items] : items;
}

export function pointItems({ points, morePoints }: DiagramPage, act: Actions): HTMLElement[] {
  if (points.length === 0) return [item('None.')];
  const items = points.map((point) => {
    const entry = make('li');
    const go = button(`Line ${point.line}: ${point.message}`, () => act.open(point));
    go.className = 'go';
    entry.append(go);
    return entry;
  });
  return morePoints > 0 ? [...items, item(`and ${morePoints} more in Problems`)] : items;
}

function wordsOf({ id, title, risk, treatment }: DiagramThreatRow): string {
  const rest = [risk === null ? 'not rated' : `risk ${risk.replace('-', ' ')}`, treatment ?? 'not answered'];
  return `${id} ${title} (${rest.join(', ')})`;
}

function threats(count: number): string {
  return `${count} ${count === 1 ? 'threat' : 'threats'}`;
}

function item(text: string): HTMLLIElement {
  return make('li', text);
}

function column(text: string): HTMLElement {
  const head = make('th', text);
  head.scope = 'col';
  return head;
}

function button(text: string, run: () => void, words?: string): HTMLButtonElement {
  const made = make('button', text);
  made.type = 'button';
  if (words !== undefined) made.setAttribute('aria-label', words);
  made.addEventListener('click', run);
  return made;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  return made;
}
