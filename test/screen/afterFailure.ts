import { afterEach, beforeEach } from 'vitest';
import { Window } from './window.ts';

/** In this file. The steps of a story build on each other. */
let hasFailed = false;

beforeEach(({ skip }) => {
  if (hasFailed) skip('a step before it failed');
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  hasFailed = true;
  for (const window of Window.all) await window.picture(task.name);
});
