// The page of one execution. The extension says how things stand; the page shows them, and tells what the person wants.
import { announce, button, element, factList, keepFocus, noticeLine, update } from './dom.js';
import {
  passTime,
  setClockAhead,
  statusElement,
  taskElement,
  timeElement,
  valueElement,
  verbButtons,
  waitElement,
} from './executionParts.js';

/** @typedef {import('../src/executions/page/executionMessages.ts').ExecutionView} ExecutionView */
/** @typedef {import('../src/executions/page/executionMessages.ts').ToExecution} ToExecution */
/** @typedef {import('../src/executions/page/executionMessages.ts').FromExecution} FromExecution */

const vscode = acquireVsCodeApi();
/** @param {FromExecution} message */
const tell = (message) => vscode.postMessage(message);
const root = /** @type {HTMLElement} */ (document.getElementById('root'));

/** @type {ExecutionView | undefined} */
let view;
/** @type {import('../src/webview/pageMessages.ts').Notice} */
let notice = { tone: 'none', text: '' };
/** The wait whose answer is on its way; undefined where there is none. @type {string | undefined} */
let telling;
/** What is open, and whose page it is; the page is made anew whenever its tab comes to the front, and with its window. */
const state = /** @type {{ open: string[], kept?: object }} */ (vscode.getState() ?? { open: [] });
const open = new Set(state.open);
const keep = () => vscode.setState({ ...state, open: [...open] });
/** What was typed. The extension keeps it, since VS Code writes states to the disk. @type {Record<string, string>} */
let typed = {};
const keepTyped = () => tell({ type: 'typed', typed });

/** What was typed for a wait that is over must not stand in a later one. The ids of inputs end in the keys of their waits. */
function forgetTyped() {
  const ids = Object.keys(typed).filter((id) => !view?.waits.some(({ key }) => id.endsWith(` ${key}`)));
  for (const id of ids) delete typed[id];
  if (ids.length > 0) keepTyped();
}

/** @param {ExecutionView} shown */
function executionElements({
  id,
  heading,
  status,
  message,
  facts,
  parent,
  waits,
  verbs,
  actions,
  tasks,
  trouble,
  texts,
  ...rest
}) {
  return [
    element('header', {}, [
      element('h1', { tabindex: -1 }, [heading, ' ', statusElement(status)]),
      element('p', { class: 'time' }, [id, rest.started === undefined ? '' : ' · ', timeElement(rest, texts)]),
      message ? element('p', { class: 'message' }, [message]) : undefined,
      trouble ? element('p', { class: 'warning', role: 'alert' }, [trouble]) : undefined,
      element('div', { class: 'buttons', 'data-key': 'buttons' }, [
        ...verbButtons(verbs, '', { isFirstMain: false, isTelling: telling !== undefined }),
        ...actions.map(({ action, label }) => button(action, label, { class: 'secondary', 'data-key': action })),
      ]),
    ]),
    noticeLine(notice),
    ...waits.map((it) => waitElement({ texts, typed, telling }, it)),
    element('h2', {}, [texts.tasks]),
    tasks.length > 0
      ? element(
          'ol',
          { class: 'tasks' },
          tasks.map((it) => taskElement({ texts, open }, it)),
        )
      : element('p', {}, [texts.noTasks]),
    valueElement({ texts, open }, { task: '', name: 'outputs', text: rest.outputs }),
    valueElement({ texts, open }, { task: '', name: 'parameters', text: rest.parameters }),
    element('h2', {}, [texts.about]),
    factList(facts),
    parent ? button('openExecution', texts.openParent, { class: 'link', 'data-id': parent }) : undefined,
  ];
}

const focus = keepFocus(root);

function render() {
  const hadFocus = root.contains(document.activeElement) || !root.querySelector('h1');
  update(root, element('main', { id: 'root' }, view ? executionElements(view) : [noticeLine(notice)]));
  // It was on what is gone now, such as the button of an approval, or the page has just come.
  if (hadFocus) focus.restore();
}

/** @type {string} */
let told = '';

/** Says what is new to those who cannot see it: the status, and what it waits for. */
function announceNews() {
  if (!view) return;
  const news = [`${view.heading}: ${view.status.word}`, ...view.waits.map(({ title }) => title)].join('. ');
  if (news !== told) announce(news);
  told = news;
}

/** @param {HTMLElement} pressed @param {string} input */
function entered(pressed, input) {
  const found = pressed.closest('section')?.querySelector(`[data-input="${input}"]`);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found.value : '';
}

/** At once, before a second click. @param {string} wait */
function startTelling(wait) {
  telling = wait;
  render();
  if (view) announce(view.texts.telling);
}

/** @param {HTMLElement} it */
function press(it) {
  const { do: what = '', task = '', id = '', verb = '', wait = '', value = '' } = it.dataset;
  switch (what) {
    case 'notify':
      if (it.getAttribute('aria-disabled') === 'true') return;
      // The extension asks about what no box stands beside.
      if (wait !== '') startTelling(wait);
      tell({
        type: 'notify',
        verb: /** @type {import('../src/executions/waits/waitVerbs.ts').Verb} */ (verb),
        wait,
        note: entered(it, 'note'),
        taskName: entered(it, 'taskName'),
        properties: entered(it, 'properties'),
        status: entered(it, 'status'),
      });
      return;
    case 'loop':
      tell({ type: 'loop', task, isOpen: it.getAttribute('aria-expanded') !== 'true' });
      return;
    case 'moreItems':
      tell({ type: what, task });
      return;
    case 'source':
      tell(task === '' ? { type: 'do', action: 'source' } : { type: 'source', task });
      return;
    case 'openExecution':
      tell({ type: what, id });
      return;
    case 'openValue':
      tell({ type: what, task, value: /** @type {'inputs' | 'outputs' | 'parameters'} */ (value) });
      return;
    default:
      tell({
        type: 'do',
        action: /** @type {import('../src/executions/page/executionMessages.ts').ExecutionAction} */ (what),
      });
  }
}

root.addEventListener('click', ({ target }) => {
  const pressed = target instanceof Element ? target.closest('button') : undefined;
  if (pressed) press(pressed);
});
root.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  typed[target.id] = target.value;
  keepTyped();
});
root.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || target.dataset.key === undefined) return;
    if (target.open) open.add(target.dataset.key);
    else open.delete(target.dataset.key);
    keep();
  },
  // This event does not bubble.
  true,
);
window.addEventListener('message', ({ data }) => {
  const message = /** @type {ToExecution} */ (data);
  if (message.type === 'view') {
    view = message.view;
    setClockAhead(view.clockAhead);
    forgetTyped();
  } else if (message.type === 'notice') notice = message;
  else if (message.type === 'telling') telling = message.isTelling ? message.wait : undefined;
  else if (message.type === 'typed') typed = { ...message.typed };
  else if (message.type === 'kept') {
    state.kept = message.kept;
    keep();
  } else return;
  render();
  announceNews();
});
// The time that has passed goes on between two looks.
setInterval(() => {
  if (view && document.visibilityState === 'visible') passTime(root, view.texts);
}, 1000);
vscode.postMessage({ type: 'ready' });
