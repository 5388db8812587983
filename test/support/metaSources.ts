const json = (data: unknown) => JSON.stringify(data);
const query = { position: 'Query', required: false };

/** Files in the form of aliyun/aliyun-openapi-meta, made up, by path. */
export const metaSources: Readonly<Record<string, string>> = {
  'metadatas/products.json': json({
    products: [
      { code: 'Demo', version: '2018-01-01', api_style: 'rpc', apis: ['Ping', 'OnlyHere', 'NotThere'] },
      { code: 'Path-Thing', version: '1999-01-01', api_style: 'restful', apis: [] },
      { code: 'empty', version: '2000-01-01', api_style: 'rpc', apis: [] },
    ],
  }),
  'en-US/demo/version.json': json({ apis: { Ping: { deprecated: true }, OnlyHere: { deprecated: false } } }),
  'metadatas/demo/Ping.json': json({
    method: 'GET|POST',
    pathPattern: '',
    parameters: [
      { ...query, name: 'word', type: 'String', required: true },
      { ...query, name: 'Times', type: 'Integer' },
      { ...query, name: 'Word.Case', type: 'String' },
      { name: 'Bucket', position: 'Host', type: 'String', required: true },
    ],
  }),
  'metadatas/demo/OnlyHere.json': json({
    method: 'POST',
    pathPattern: '/only',
    parameters: [
      { ...query, name: 'Tag', type: 'RepeatList', sub_parameters: [{ ...query, name: 'Key', type: 'String' }] },
    ],
  }),
};
