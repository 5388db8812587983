import type { OosApi } from '../../cloud/api/oosApi.ts';
import { instant } from '../../cloud/instant.ts';

/**
 * What time it is for the service, in milliseconds since 1970: that of this machine, or the newest that the service tells of an
 * execution where that is later. Machines agree with the service within minutes, or it would refuse what they sign; but in a
 * Local OOS time may fly. Rejects with an OosError.
 */
export async function serviceTime(api: OosApi): Promise<number> {
  const { Executions } = await api.listExecutions({ SortField: 'StartDate', SortOrder: 'Descending', MaxResults: 10 });
  const told = Executions.flatMap((it) => [it.StartDate, it.UpdateDate, it.EndDate]);
  return Math.max(Date.now(), ...told.flatMap((text) => instant(text)?.getTime() ?? []));
}
