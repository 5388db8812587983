import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOf, uriOf } from '../../server/src/cli/formats/place.ts';

describe('on Windows', () => {
  test.each([
    ['a.yml', 'a.yml', 'a.yml'],
    ['.\\dir\\a b.yml', 'dir/a b.yml', 'dir/a%20b.yml'],
    ['dir/a.yml', 'dir/a.yml', 'dir/a.yml'],
    ['C:\\dev\\repo\\dir\\a.yml', 'dir/a.yml', 'dir/a.yml'],
    ['c:\\DEV\\repo\\dir\\a.yml', 'dir/a.yml', 'dir/a.yml'],
    ['..\\other\\模板.yml', 'C:/dev/other/模板.yml', 'file:///C:/dev/other/%E6%A8%A1%E6%9D%BF.yml'],
    ['D:\\a.yml', 'D:/a.yml', 'file:///D:/a.yml'],
    ['\ud800.yml', '\ud800.yml', '%EF%BF%BD.yml'],
  ])('%s', (path, expected, uri) => {
    const place = placeOf(path, 'C:\\dev\\repo', win32);
    expect(place.path).toBe(expected);
    expect(uriOf(place)).toBe(uri);
  });
});

describe('elsewhere', () => {
  test.each([
    ['dir\\a.yml', 'dir\\a.yml', 'dir%5Ca.yml'],
    ['./dir/../a.yml', 'a.yml', 'a.yml'],
    ['..hidden/a.yml', '..hidden/a.yml', '..hidden/a.yml'],
    ['../a.yml', '/home/dev/a.yml', 'file:///home/dev/a.yml'],
    ['/home/dev/repository/a.yml', '/home/dev/repository/a.yml', 'file:///home/dev/repository/a.yml'],
    ['/a#b.yml', '/a#b.yml', 'file:///a%23b.yml'],
  ])('%s', (path, expected, uri) => {
    const place = placeOf(path, '/home/dev/repo', posix);
    expect(place.path).toBe(expected);
    expect(uriOf(place)).toBe(uri);
    expect(() => new URL(uriOf(place), 'file:///home/dev/repo/')).not.toThrow();
  });
});
