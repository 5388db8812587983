// What the pages share: making elements without HTML texts, and bringing a page up to date without tearing it down.

/**
 * Attributes by name; `undefined` and `false` are left out, `true` stands for an empty one. Children that are texts are texts,
 * whatever they look like.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} [attributes]
 * @param {readonly (Node | string | undefined)[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((it) => it !== undefined));
  return made;
}

/** What a person changes, so that an update must not: what is open, what is chosen. */
const ownedByPerson = new Set(['open', 'selected', 'checked']);

/**
 * Makes `target` look like `source` and keeps its elements where it can, and with them the focus, what was typed and what is open.
 * Elements are the same when they have the same name and the same `data-key`.
 * @param {Element} target
 * @param {Element} source
 */
export function update(target, source) {
  for (const { name } of [...target.attributes]) {
    if (!source.hasAttribute(name) && !ownedByPerson.has(name)) target.removeAttribute(name);
  }
  for (const { name, value } of source.attributes) {
    if (target.getAttribute(name) !== value && !ownedByPerson.has(name)) target.setAttribute(name, value);
  }
  updateChildren(target, source);
}

/**
 * @param {Element} target
 * @param {Element} source
 */
function updateChildren(target, source) {
  // First, so that what stays need not be moved, by which it would lose the focus.
  const wantedKeys = new Set([...source.childNodes].map(keyOf));
  for (const it of [...target.childNodes]) if (!wantedKeys.has(keyOf(it))) it.remove();
  let next = target.firstChild;
  for (const wanted of [...source.childNodes]) {
    const found = findSame(next, wanted);
    if (!found) {
      target.insertBefore(asWritten(wanted), next);
      continue;
    }
    if (found !== next) target.insertBefore(found, next);
    next = found.nextSibling;
    if (found instanceof Element && wanted instanceof Element) update(found, wanted);
    else if (found.textContent !== wanted.textContent) found.textContent = wanted.textContent;
  }
  while (next) {
    const rest = next;
    next = rest.nextSibling;
    rest.remove();
  }
}

/**
 * A list that loses its chosen entry chooses another one, so that entries which are moved one by one would be chosen in turn.
 * @param {ChildNode} wanted
 */
const asWritten = (wanted) => (wanted instanceof HTMLOptionElement ? wanted.cloneNode(true) : wanted);

/**
 * The first from `start` on with the same key; what has no key has to be at the very place.
 * @param {ChildNode | null} start
 * @param {ChildNode} wanted
 */
function findSame(start, wanted) {
  const key = keyOf(wanted);
  for (let it = start; it; it = key === undefined ? null : it.nextSibling) {
    if (it.nodeName === wanted.nodeName && keyOf(it) === key) return it;
  }
  return undefined;
}

/** @param {Node} node */
const keyOf = (node) => (node instanceof HTMLElement ? node.dataset.key : undefined);

/**
 * When the keyboard comes back to the page, it is where it was; the first time, and when that is gone, at the heading. Browsers
 * forget it when it goes elsewhere.
 * @param {HTMLElement} root
 */
export function keepFocus(root) {
  /** @type {HTMLElement | undefined} */
  let last;
  const restore = () => {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const wanted = last?.isConnected && last.offsetParent ? last : root.querySelector('h1');
    wanted?.focus({ preventScroll: true });
  };
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  window.addEventListener('focus', restore);
  return {
    restore,
    /**
     * The keyboard goes there: at once, or when it comes back. A page must not take it from whoever has gone on elsewhere.
     * @param {HTMLElement} element
     */
    move(element) {
      last = element;
      if (document.hasFocus()) element.focus();
    },
  };
}

/** @param {string} text */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  if (announcer && announcer.textContent !== text) announcer.textContent = text;
}

/**
 * A button that tells the page what to do: `data-do`, with the other `data-` attributes that belong to it.
 * @param {string} what
 * @param {string} label
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} [attributes]
 */
export const button = (what, label, attributes = {}) =>
  element('button', { type: 'button', 'data-do': what, ...attributes }, [label]);

/**
 * A text with its values: `{0} s`.
 * @param {string} text
 * @param {...(string | number)} values
 */
export const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));

/**
 * A list of facts.
 * @param {readonly import('../src/webview/pageMessages.ts').Fact[]} facts
 */
export const factList = (facts) =>
  element(
    'dl',
    { class: 'facts' },
    facts.map(({ label, value }) => element('div', {}, [element('dt', {}, [label]), element('dd', {}, [value])])),
  );

/**
 * What is going on, or has gone wrong.
 * @param {import('../src/webview/pageMessages.ts').Notice} notice
 */
export function noticeLine({ tone, text }) {
  if (tone === 'failure')
    return element('div', { class: 'notice failure', role: 'alert', 'data-key': 'failure' }, [text]);
  return element('div', { class: 'notice', 'data-key': 'busy', hidden: tone === 'none' }, [text]);
}
