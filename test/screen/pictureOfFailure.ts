import { afterEach } from 'vitest';
import { Window } from './window.ts';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const window of Window.all) await window.picture(task.name);
});
