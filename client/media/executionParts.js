// The parts of the page of an execution: its tasks, and what it waits for.
import { button, element, filled } from './dom.js';

/** @typedef {import('../src/executions/page/executionMessages.ts').ExecutionTexts} Texts */
/** @typedef {import('../src/executions/page/executionMessages.ts').TaskView} TaskView */
/** @typedef {import('../src/executions/page/executionMessages.ts').WaitView} WaitView */
/** @typedef {import('../src/executions/page/executionMessages.ts').VerbView} VerbView */
/** @typedef {import('../src/executions/statusWords.ts').StatusView} StatusView */
/** `open`: the keys of what is open. @typedef {{ readonly texts: Texts, readonly open: ReadonlySet<string> }} Shown */

/** Shapes differ as well as colours. The word beside them says the same. */
const shapes = { good: '✓', bad: '✕', busy: '▶', waiting: '◔', off: '–' };

/** @param {StatusView} status */
export const statusElement = ({ word, tone }) =>
  element('span', { class: `status ${tone}` }, [
    element('span', { class: 'shape', 'aria-hidden': 'true' }, [shapes[tone]]),
    ` ${word}`,
  ]);

/** @param {number} milliseconds @param {Texts} texts */
function duration(milliseconds, texts) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return filled(texts.seconds, seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return filled(texts.minutes, minutes, seconds % 60);
  return filled(texts.hours, Math.floor(minutes / 60), minutes % 60);
}

/**
 * How long it took, or has been going on.
 * @param {{ readonly started: number | undefined, readonly ended: number | undefined }} times
 * @param {Texts} texts
 */
export function timeElement({ started, ended }, texts) {
  if (started === undefined) return element('span', { class: 'time' });
  if (ended === undefined) return element('span', { class: 'time', 'data-since': started }, [goingOn(started, texts)]);
  return element('span', { class: 'time' }, [filled(texts.took, duration(ended - started, texts))]);
}

/** The clock of the service may be ahead of ours, by so many milliseconds. */
let clockAhead = 0;

/** @param {number} milliseconds */
export const setClockAhead = (milliseconds) => {
  clockAhead = milliseconds;
};

/** @param {number} started @param {Texts} texts */
const goingOn = (started, texts) => filled(texts.runningFor, duration(Date.now() + clockAhead - started, texts));

/**
 * Brings the times of what goes on up to date, and nothing else: a page may have a thousand items.
 * @param {HTMLElement} root @param {Texts} texts
 */
export function passTime(root, texts) {
  for (const it of root.querySelectorAll('[data-since]')) {
    const text = goingOn(Number(it.getAttribute('data-since')), texts);
    if (it.textContent !== text) it.textContent = text;
  }
}

/**
 * A value that can be opened, and be taken to an editor. `task`: empty for a value of the execution.
 * @param {Shown} shown
 * @param {{ readonly task: string, readonly name: 'inputs' | 'outputs' | 'parameters', readonly text: string }} value
 */
export function valueElement({ texts, open }, { task, name, text }) {
  if (text === '') return undefined;
  const key = `${name} ${task}`;
  return element('details', { 'data-key': key, open: open.has(key) }, [
    element('summary', {}, [texts[name]]),
    element('pre', { tabindex: 0, role: 'group', 'aria-label': texts[name] }, [text]),
    button('openValue', texts.openInEditor, { class: 'link', 'data-task': task, 'data-value': name }),
  ]);
}

/** @param {Shown} shown @param {TaskView} task @returns {HTMLElement} */
export function taskElement(shown, task) {
  const { texts } = shown;
  const { id, name, action, status, message, note, inputs, outputs, progress, loop, child, hasSource } = task;
  const title = hasSource
    ? button('source', name, {
        class: 'link name',
        'data-task': name,
        title: filled(texts.showInTemplate, name),
      })
    : element('span', { class: 'name' }, [name]);
  return element('li', { class: `task ${status.tone}`, 'data-key': `task ${id}` }, [
    element('div', { class: 'line' }, [
      statusElement(status),
      title,
      element('span', { class: 'action' }, [action]),
      progress ? element('span', { class: 'progress' }, [progress]) : undefined,
      timeElement(task, texts),
    ]),
    message ? element('p', { class: 'message' }, [message]) : undefined,
    note ? element('p', { class: 'message' }, [filled(texts.noted, note)]) : undefined,
    valueElement(shown, { task: id, name: 'inputs', text: inputs }),
    valueElement(shown, { task: id, name: 'outputs', text: outputs }),
    child ? button('openExecution', texts.openChild, { class: 'link', 'data-id': child }) : undefined,
    loop ? loopElement(shown, task, loop) : undefined,
  ]);
}

/** @param {Shown} shown @param {TaskView} task @param {NonNullable<TaskView['loop']>} loop */
function loopElement(shown, { id, name }, { isOpen, items, hasMore }) {
  const { texts } = shown;
  return element('div', { class: 'loop', 'data-key': `loop ${id}` }, [
    button('loop', isOpen ? texts.hideItems : texts.items, {
      class: 'link',
      'data-task': id,
      'aria-expanded': String(isOpen),
    }),
    items.length > 0
      ? element(
          'ol',
          { class: 'tasks', 'aria-label': filled(texts.item, name) },
          items.map((it) => taskElement(shown, it)),
        )
      : undefined,
    hasMore ? button('moreItems', texts.more, { class: 'secondary', 'data-task': id }) : undefined,
  ]);
}

/**
 * While an answer is on its way they do nothing, but keep the focus.
 * @param {readonly VerbView[]} verbs @param {string} wait
 * @param {{ readonly isFirstMain: boolean, readonly isTelling: boolean }} how
 */
export const verbButtons = (verbs, wait, { isFirstMain, isTelling }) =>
  verbs.map(({ verb, label }, index) =>
    button('notify', label, {
      class: isFirstMain && index === 0 ? undefined : 'secondary',
      'data-verb': verb,
      'data-wait': wait,
      'aria-disabled': isTelling ? 'true' : undefined,
    }),
  );

/**
 * @param {{ readonly texts: Texts, readonly typed: Readonly<Record<string, string>>, readonly telling: string | undefined }} scene
 *   what was typed, by the ids of the inputs, and the wait whose answer is on its way
 * @param {WaitView} wait
 */
export function waitElement({ texts, typed, telling }, wait) {
  const { key, title, message, sentences, details, caller, verbs, tasks, next } = wait;
  const has = (/** @type {string} */ verb) => verbs.some((it) => it.verb === verb);
  /** @param {string} input @param {string} label */
  const line = (input, label) =>
    field(`${input} ${key}`, label, (id) =>
      element('input', { type: 'text', id, 'data-input': input, autocomplete: 'off', value: typed[id] }),
    );
  /**
   * @param {string} input @param {string} label
   * @param {readonly { readonly value: string, readonly label: string }[]} choices
   * @param {string | undefined} first
   */
  const choice = (input, label, choices, first) =>
    field(`${input} ${key}`, label, (id) =>
      element(
        'select',
        { id, 'data-input': input },
        choices.map((it) =>
          element('option', { value: it.value, selected: it.value === (typed[id] ?? first) }, [it.label]),
        ),
      ),
    );
  return element('section', { class: 'wait', 'data-key': `wait ${key}`, 'aria-label': title }, [
    element('h2', {}, [title]),
    message ? element('p', { class: 'message' }, [message]) : undefined,
    sentences ? element('p', {}, [sentences]) : undefined,
    details ? element('pre', { tabindex: 0, role: 'group', 'aria-label': texts.inputs }, [details]) : undefined,
    has('ExecuteTask') ? choice('taskName', texts.task, tasks.map(named), next) : undefined,
    has('ExecuteTask') ? line('properties', texts.properties) : undefined,
    has('CompleteExecution') ? choice('status', texts.endAs, texts.endings, 'Success') : undefined,
    has('Approve') ? line('note', texts.note) : undefined,
    element('div', { class: 'buttons', 'data-key': 'buttons' }, [
      ...verbButtons(verbs, key, { isFirstMain: true, isTelling: telling !== undefined }),
      element('span', { class: 'time' }, [telling === key ? texts.telling : caller]),
    ]),
  ]);
}

/** @param {string} value */
const named = (value) => ({ value, label: value });

/** @param {string} id @param {string} label @param {(id: string) => Node} control */
const field = (id, label, control) =>
  element('div', { class: 'field', 'data-key': id }, [element('label', { for: id }, [label]), control(id)]);
