import { expect, test } from 'vitest';
import { sharedLocalOos } from '../../../client/src/connection/sharedLocalOos.ts';

const ready = {
  endpoint: 'http://127.0.0.1:8080',
  accessKeyId: 'id',
  accessKeySecret: 'secret',
  region: 'cn-hangzhou',
};
const shared = (line: string) => sharedLocalOos({ OOS_LOCAL_OOS: line });

test('a Local OOS is shared by the line that it has printed', () => {
  expect(shared(`${JSON.stringify(ready)}\n`)).toEqual(ready);
});

test('without the variable there is none', () => {
  expect(sharedLocalOos({})).toBeUndefined();
});

test.each([
  ['no JSON', 'http://127.0.0.1:8080'],
  ['null', 'null'],
  ['a line without keys', JSON.stringify({ ...ready, accessKeySecret: '' })],
  ['another machine', JSON.stringify({ ...ready, endpoint: 'http://192.0.2.1:8080' })],
  [
    'an address that only begins like this machine',
    JSON.stringify({ ...ready, endpoint: 'http://127.0.0.1:80@example.com' }),
  ],
])('%s is none', (_, line) => {
  expect(shared(line)).toBeUndefined();
});
