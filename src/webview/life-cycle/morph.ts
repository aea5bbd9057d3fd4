/**
 * Turns what `root` holds into `html`, node by node: what is the same stays the same, so that scrolled tables, opened details
 * and the focus stay where they are. Where the focused link has moved, the focus follows it.
 */
export function morph(root: HTMLElement, html: string): void {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const { activeElement } = document;
  const key = activeElement !== null && root.contains(activeElement) ? keyOf(activeElement) : null;
  children(root, body);
  if (key === null || (document.activeElement !== null && keyOf(document.activeElement) === key)) return;
  const again = [...root.querySelectorAll<HTMLElement>('a[href], button, summary')].find((each) => keyOf(each) === key);
  again?.focus({ preventScroll: true });
}

function children(old: Element, next: Element): void {
  const wanted = [...next.childNodes];
  wanted.forEach((node, index) => {
    const there = old.childNodes[index];
    if (there === undefined) old.append(node);
    else if (!same(there, node)) there.replaceWith(node);
    else if (there instanceof Element && node instanceof Element) element(there, node);
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
  });
  while (old.childNodes.length > wanted.length) old.lastChild?.remove();
}

function element(old: Element, next: Element): void {
  if (old.isEqualNode(next)) return;
  for (const { name } of [...old.attributes]) {
    // What the reader opened, and what was made focusable, stays so.
    if (!next.hasAttribute(name) && name !== 'open' && name !== 'tabindex') old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  children(old, next);
}

function same(old: Node, next: Node): boolean {
  return (
    old.nodeName === next.nodeName &&
    (old instanceof Element ? old.id : '') === (next instanceof Element ? next.id : '')
  );
}

function keyOf(element: Element): string {
  const address = element.getAttribute('href') ?? element.getAttribute('data-fix') ?? element.id;
  return `${element.nodeName} ${address} ${element.textContent}`;
}
