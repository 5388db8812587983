/** A package of the SDK with its models in files of their own, and calls as sets of parameters. */
const newClient = `
export default class Client extends OpenApi {
  /**
   * Starts it.
   */
  async startWithOptions(tmpReq: $_model.StartRequest, runtime: $dara.RuntimeOptions): Promise<$_model.StartResponse> {
    tmpReq.validate();
    let query = { };
    if (!$dara.isNull(request.id)) {
      query["Id"] = request.id;
    }
    let body = { };
    if (!$dara.isNull(request.disk)) {
      body["Disk"] = request.disk;
    }

    let req = new $OpenApiUtil.OpenApiRequest({
      query: OpenApiUtil.query(query),
    });
    let params = new $OpenApiUtil.Params({
      action: "Start",
      version: "2020-01-01",
      protocol: "HTTPS",
      pathname: "/",
      method: "POST",
      authType: "AK",
      style: "RPC",
    });
    return $dara.cast<$_model.StartResponse>(await this.callApi(params, req, runtime), new $_model.StartResponse({}));
  }

  /**
   * Starts it.
   */
  async start(request: $_model.StartRequest): Promise<$_model.StartResponse> {
    return await this.startWithOptions(request, runtime);
  }

  /**
   * Lists regions.
   *
   * @deprecated There is a better one.
   */
  // Deprecated
  async listRegionsWithOptions(runtime: $dara.RuntimeOptions): Promise<$_model.ListRegionsResponse> {
    let params = new $OpenApiUtil.Params({
      action: "ListRegions",
      version: "2020-01-01",
      style: "RPC",
    });
    return $dara.cast<$_model.ListRegionsResponse>(await this.callApi(params, req, runtime), new $_model.ListRegionsResponse({}));
  }

}
`;

const startRequest = `
export class StartRequestDisk extends $dara.Model {
  /**
   * @remarks
   * Size.
   *
   * This parameter is required.
   */
  size?: number;
  inner?: StartRequestDisk;
  static names(): { [key: string]: string } {
    return {
      size: 'Size',
      inner: 'Inner',
    };
  }

  static types(): { [key: string]: any } {
    return {
      size: 'number',
      inner: StartRequestDisk,
    };
  }
}

export class StartRequest extends $dara.Model {
  /**
   * @remarks
   * This parameter is required.
   *
   * @example
   * i-1
   */
  id?: string;
  /**
   * @deprecated
   */
  old?: number;
  /**
   * @remarks
   * How. Valid values:
   *
   * *   **Hard**: at once.
   * *   Soft: later
   *
   * Default value: Soft.
   */
  mode?: string;
  /**
   * @remarks
   * How many. Valid values:
   *
   * - 1 to 5.
   */
  count?: string;
  disk?: StartRequestDisk[];
  ids?: string[];
  grid?: string[][];
  lists?: { [key: string]: string[] };
  rest?: any;
  static names(): { [key: string]: string } {
    return {
      id: 'Id',
      old: 'Old',
      mode: 'Mode',
      count: 'Count',
      disk: 'Disk',
      ids: 'Ids',
      grid: 'Grid',
      lists: 'Lists',
      rest: 'Rest',
    };
  }

  static types(): { [key: string]: any } {
    return {
      id: 'string',
      old: 'number',
      mode: 'string',
      count: 'string',
      disk: { 'type': 'array', 'itemType': StartRequestDisk },
      ids: { 'type': 'array', 'itemType': 'string' },
      grid: { 'type': 'array', 'itemType': { 'type': 'array', 'itemType': 'string' } },
      lists: { 'type': 'map', 'keyType': 'string', 'valueType': { 'type': 'array', 'itemType': 'string' } },
      rest: 'any',
    };
  }

  validate() {
    if(Array.isArray(this.ids)) {
      $dara.Model.validateArray(this.ids);
    }
  }
}
`;

const startAnswer = `
export class StartResponseBody extends $dara.Model {
  /**
   * @remarks
   * This parameter is required.
   */
  requestId?: string;
  hosts?: StartResponseBodyHosts;
  static names(): { [key: string]: string } {
    return {
      requestId: 'RequestId',
      hosts: 'Hosts',
    };
  }

  static types(): { [key: string]: any } {
    return {
      requestId: 'string',
      hosts: StartResponseBodyHosts,
    };
  }
}
`;

const hosts = `
export class StartResponseBodyHosts extends $dara.Model {
  host?: string[];
  static names(): { [key: string]: string } {
    return {
      host: 'Host',
    };
  }

  static types(): { [key: string]: any } {
    return {
      host: { 'type': 'array', 'itemType': 'string' },
    };
  }
}
`;

/** A package in the older form: the models stand in the client, and the call is one with many arguments. */
const oldClient = `
export class PingRequest extends $tea.Model {
  word?: string;
  static names(): { [key: string]: string } {
    return {
      word: 'Word',
    };
  }

  static types(): { [key: string]: any } {
    return {
      word: 'string',
    };
  }
}

export default class Client extends OpenApi {
  async pingWithOptions(request: PingRequest, runtime: $Util.RuntimeOptions): Promise<PingResponse> {
    Util.validateModel(request);
    let req = new $OpenApi.OpenApiRequest({
      body: Util.toMap(request),
    });
    return $tea.cast<PingResponse>(await this.doRPCRequest("Ping", "2018-01-01", "HTTPS", "POST", "AK", "json", req, runtime), new PingResponse({}));
  }
}
`;

/** Operations that are addressed by path. */
const pathClient = `
export default class Client extends OpenApi {
  async getThingWithOptions(ThingId: string, request: $_model.GetThingRequest, headers: {[key: string ]: string}, runtime: $dara.RuntimeOptions): Promise<$_model.GetThingResponse> {
    let realHeaders : {[key: string ]: string} = { };
    if (!$dara.isNull(headers.trace)) {
      realHeaders["X-Trace"] = String(request.trace);
    }
    let req = new $OpenApiUtil.OpenApiRequest({
      body: OpenApiUtil.parseToMap(request.body),
    });
    let params = new $OpenApiUtil.Params({
      action: "GetThing",
      version: "2021-01-01",
      pathname: \`/things/\${$dara.URL.percentEncode(ThingId)}\`,
      method: "GET",
      style: "ROA",
    });
    return $dara.cast<$_model.GetThingResponse>(await this.callApi(params, req, runtime), new $_model.GetThingResponse({}));
  }

  async putThingWithOptions(ThingId: string, runtime: $Util.RuntimeOptions): Promise<PutThingResponse> {
    return $tea.cast<PutThingResponse>(await this.doROARequest("PutThing", "2021-01-01", "HTTPS", "PUT", "AK", \`/things/\${OpenApiUtil.getEncodeParam(ThingId)}/put\`, "json", req, runtime), new PutThingResponse({}));
  }
}
`;

const getThing = `
export class GetThingRequest extends $dara.Model {
  trace?: string;
  body?: string;
  static names(): { [key: string]: string } {
    return {
      trace: 'X-Trace',
      body: 'body',
    };
  }

  static types(): { [key: string]: any } {
    return {
      trace: 'string',
      body: 'string',
    };
  }
}
`;

/** Files in the form of aliyun/alibabacloud-typescript-sdk, made up, by path. */
export const sdkSources: Readonly<Record<string, string>> = {
  'demo-20200101/src/client.ts': newClient,
  'demo-20200101/src/models/StartRequest.ts': startRequest,
  'demo-20200101/src/models/StartResponseBody.ts': startAnswer,
  'demo-20200101/src/models/StartResponseBodyHosts.ts': hosts,
  'demo-20200101/src/models/model.ts': "export { StartRequest } from './StartRequest';",
  'demo-20180101/src/client.ts': oldClient,
  'path-thing-20210101/src/client.ts': pathClient,
  'path-thing-20210101/src/models/GetThingRequest.ts': getThing,
  'gateway-kernel/src/client.ts': 'export default class Client {\n}\n',
  'README.md': '',
};
