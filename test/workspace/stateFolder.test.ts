import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateFolder } from '../../server/src/workspace/stateFolder.ts';

test('the folder is where the system keeps such things', () => {
  expect(stateFolder({ XDG_STATE_HOME: '/x', HOME: '/h' }, 'linux')).toBe(join('/x', 'oos-toolkit'));
  expect(stateFolder({ XDG_STATE_HOME: 'x', HOME: '/h' }, 'linux')).toBe(join('/h', '.local', 'state', 'oos-toolkit'));
  expect(stateFolder({ HOME: '/h' }, 'darwin')).toBe(join('/h', 'Library', 'Application Support', 'oos-toolkit'));
  expect(stateFolder({ LOCALAPPDATA: 'C:\\L', HOME: '/h' }, 'win32')).toBe(join('C:\\L', 'oos-toolkit'));
  expect(stateFolder({ USERPROFILE: '/u' }, 'win32')).toBe(join('/u', '.local', 'state', 'oos-toolkit'));
  expect(stateFolder({}, 'linux')).toBeUndefined();
});
