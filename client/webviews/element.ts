/** What an element can be given. `key` finds it again after a redraw. */
export interface ElementOptions {
  readonly className?: string;
  readonly key?: string;
  readonly onClick?: () => void;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element with these children. Strings become text, whatever they hold: records are never read as markup. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: ElementOptions = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const { className, key, onClick, attributes = {} } = options;
  if (className !== undefined) element.className = className;
  if (key !== undefined) element.dataset['key'] = key;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (onClick !== undefined) element.addEventListener('click', onClick);
  element.append(...children);
  return element;
}

/** A button that looks like a link, for going to a place. */
export function createLink(words: string, key: string, onClick: () => void): HTMLButtonElement {
  return createElement('button', { className: 'link', key, onClick, attributes: { type: 'button' } }, words);
}

/**
 * Puts new children in place of the old ones; what was unfolded stays unfolded, and the focus stays where it was, as
 * far as the same keys are there again.
 */
export function replaceContent(parent: HTMLElement, ...children: readonly Node[]): void {
  const unfolded = new Map(
    [...parent.querySelectorAll('details')].map((each) => [each.dataset['key'], each.open] as const),
  );
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const focusKey = focused instanceof HTMLElement ? focused.dataset['key'] : undefined;
  parent.replaceChildren(...children);
  for (const each of parent.querySelectorAll('details'))
    each.open = unfolded.get(each.dataset['key']) ?? each.open;
  if (focusKey === undefined) return;
  const again = [...parent.querySelectorAll<HTMLElement>('[data-key]')].find(
    (each) => each.dataset['key'] === focusKey,
  );
  again?.focus({ preventScroll: true });
}
