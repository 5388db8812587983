import { expect, test } from 'vitest';
import type { OpenApiSource } from '../../server/src/catalog/openApi/openApiData.ts';
import { createOpenApi } from '../../server/src/catalog/openApi/openApiServices.ts';

const usage = () => ({ actions: {}, operations: { ECS: { StopIt: 3, StartIt: 4 } } });

/** In a block each operation is a text of its own. */
const texts = (operations: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(operations).map(([name, data]) => [name, JSON.stringify(data)]));

/** A service `ECS` with two versions, and an alias `FC` of two services; the places of blocks are their numbers. */
const source: OpenApiSource = {
  index: () => ({
    aliases: { FC: ['FC', 'FC-OPEN'], REDIS: ['R-KVSTORE'] },
    services: {
      ECS: ['RPC', '2014-05-26', 1, 0, 1, 0],
      FC: ['ROA', '2023-03-30', 2, 0],
      'FC-OPEN': ['ROA', '2021-04-06', 3, 0, 3, 0],
      'R-KVSTORE': ['RPC', '2015-01-01', 4, 0],
    },
  }),
  operations: ({ offset }) => {
    switch (offset) {
      case 1:
        return [
          [
            '2014-05-26',
            'RPC',
            1,
            texts({
              StartIt: {
                p: [
                  ['Id', 's', 1],
                  ['Kind', 's', 16, ['Small', 'Large']],
                  ['Ids', 'as', 4],
                  ['Disk', 'a', 8, [['Size', 'i', 1]]],
                  ['Rest', 'a', 0],
                  ['Settings', 'm', 0],
                ],
              },
              StopIt: { p: [], d: 1 },
            }),
          ],
          ['2016-03-14', 'RPC', 0, texts({ stopit: { p: [['New', 's', 0]] }, OnlyThere: { p: [] } })],
        ];
      case 2:
        return [['2023-03-30', 'ROA', 1, texts({ Invoke: { p: [['name', 's', 3]], m: 'POST', u: '/{name}', b: 1 } })]];
      case 3:
        return [['2021-04-06', 'ROA', 1, texts({ GetService: { p: [] }, Invoke: { p: [] } })]];
      default:
        return [['2015-01-01', 'RPC', 0, texts({ Ping: { p: [], m: 'GET' }, Pong: { p: [], m: 'PUT', u: '/pong' } })]];
    }
  },
  responses: ({ offset }) =>
    offset === 1
      ? [
          ['2014-05-26', texts({ StartIt: [['Hosts', 'o', [['Host', 'a', [['Names', 'as']]]]]] })],
          ['2016-03-14', texts({ StopIt: [['Late', 's']] })],
        ]
      : [['2021-04-06', texts({ GetService: [['Name', 's']], Invoke: [['Old', 's']] })]],
};

const openApi = createOpenApi(source, usage);
const operation = (service: string, name: string) => openApi.service(service)?.operation(name);

test('names services and aliases in upper case', () => {
  expect(openApi.serviceCodes).toEqual(['ECS', 'FC', 'FC-OPEN', 'R-KVSTORE', 'REDIS']);
});

test('finds services and operations in any letter case, the same objects each time', () => {
  const service = openApi.service('ecs');
  expect(service).toMatchObject({ code: 'ECS', style: 'RPC', defaultVersion: '2014-05-26' });
  expect(openApi.service('Ecs')).toBe(service);
  expect(service?.operation('STARTIT')?.name).toBe('StartIt');
  expect(service?.operation('startIt')).toBe(service?.operation('StartIt'));
  expect(service?.response('startit')).toBe(service?.response('StartIt'));
});

test.each(['', 'EC', 'constructor', '__proto__'])('does not know "%s"', (name) => {
  expect(openApi.service(name)).toBeUndefined();
  expect(operation('ECS', name)).toBeUndefined();
  expect(openApi.service('ECS')?.response(name)).toBeUndefined();
});

test('looks in the default version first, and then in the others', () => {
  expect(openApi.service('ECS')?.operationNames).toEqual(['StartIt', 'StopIt', 'OnlyThere']);
  expect(operation('ECS', 'StopIt')).toMatchObject({ version: '2014-05-26', deprecated: true, knowsRequired: true });
  expect(operation('ECS', 'OnlyThere')).toMatchObject({
    version: '2016-03-14',
    deprecated: false,
    knowsRequired: false,
  });
});

test('an alias stands for all its services, and is what people write', () => {
  expect(openApi.service('fc')).toMatchObject({ code: 'FC', defaultVersion: '2023-03-30' });
  expect(openApi.service('FC')?.operationNames).toEqual(['Invoke', 'GetService']);
  expect(operation('FC', 'Invoke')).toMatchObject({ service: 'FC', version: '2023-03-30' });
  expect(operation('FC', 'GetService')).toMatchObject({ service: 'FC', version: '2021-04-06' });
  expect(openApi.service('redis')).toMatchObject({ code: 'REDIS', operationNames: ['Ping', 'Pong'] });
});

test('reads parameters: place, type, items, inner parameters, listed values', () => {
  const plain = { itemType: undefined, fields: [], required: false, place: 'query', deprecated: false, values: [] };
  expect(operation('ECS', 'StartIt')?.parameters).toEqual([
    { ...plain, name: 'Id', type: 'string', required: true },
    { ...plain, name: 'Kind', type: 'string', deprecated: true, values: ['Small', 'Large'] },
    { ...plain, name: 'Ids', type: 'array', itemType: 'string', place: 'body' },
    {
      ...plain,
      name: 'Disk',
      type: 'array',
      itemType: 'object',
      place: 'header',
      fields: [{ ...plain, name: 'Size', type: 'integer', required: true, place: 'header' }],
    },
    { ...plain, name: 'Rest', type: 'array' },
    { ...plain, name: 'Settings', type: 'map' },
  ]);
});

test('tells the method and the path of what is called by path', () => {
  expect(operation('FC', 'Invoke')).toMatchObject({ style: 'ROA', method: 'POST', path: '/{name}', rawBody: true });
  expect(operation('FC', 'Invoke')?.parameters).toMatchObject([{ name: 'name', place: 'path', required: true }]);
  expect(operation('REDIS', 'Ping')).toMatchObject({
    style: 'RPC',
    method: undefined,
    path: undefined,
    rawBody: false,
  });
  expect(operation('REDIS', 'Pong')).toMatchObject({ style: 'ROA', method: 'PUT', path: '/pong' });
});

test('knows the answer of the version that the operation has, and of no other', () => {
  const [hosts] = openApi.service('ECS')?.response('StartIt') ?? [];
  expect(hosts).toMatchObject({
    name: 'Hosts',
    type: 'object',
    fields: [{ name: 'Host', type: 'array', itemType: 'object', fields: [{ name: 'Names', itemType: 'string' }] }],
  });
  expect(openApi.service('ECS')?.response('StopIt')).toBeUndefined();
  expect(openApi.service('FC')?.response('GetService')).toMatchObject([{ name: 'Name' }]);
  expect(openApi.service('FC')?.response('Invoke')).toBeUndefined();
  expect(openApi.service('REDIS')?.response('Ping')).toBeUndefined();
});

test('counts uses in any letter case', () => {
  expect(openApi.uses('ecs', 'startit')).toBe(4);
  expect(openApi.uses('ECS')).toBe(7);
  expect([openApi.uses('ECS', 'Other'), openApi.uses('FC'), openApi.uses('constructor', 'name')]).toEqual([0, 0, 0]);
});

test('reads a part only when a question needs it, and once', () => {
  const read: string[] = [];
  const lazy = createOpenApi(
    {
      index: () => {
        read.push('index');
        return source.index();
      },
      operations: (place) => {
        read.push(`operations ${place.offset}`);
        return source.operations(place);
      },
      responses: (place) => {
        read.push(`responses ${place.offset}`);
        return source.responses(place);
      },
    },
    usage,
  );
  lazy.service('ECS');
  expect(read).toEqual(['index']);
  lazy.service('ecs')?.operation('StartIt');
  lazy.service('ecs')?.operation('StopIt');
  expect(read).toEqual(['index', 'operations 1']);
  lazy.service('ecs')?.response('StartIt');
  lazy.service('ecs')?.response('StopIt');
  expect(read).toEqual(['index', 'operations 1', 'responses 1']);
});
