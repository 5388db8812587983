import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { useEnvironmentProxy } from '../../server/src/cloud/proxy.ts';
import { resolveConnection } from '../../server/src/cloud/resolveConnection.ts';

// Bundled by a test like the programs: `call ENDPOINT` calls the service there, `keys PROFILE` gets the keys of a profile.
const [verb, argument = ''] = process.argv.slice(2);

async function probe(): Promise<unknown> {
  if (verb === 'keys') {
    const connection = await resolveConnection({ profile: argument, region: 'cn-hangzhou' }, process.env);
    return { keys: (await connection.credential()).accessKeyId.length > 0 };
  }
  useEnvironmentProxy();
  const credential = { accessKeyId: 'LTAIprobe', accessKeySecret: 'probe-secret' };
  const connection = explicitConnection({ name: 'probe', region: 'cn-hangzhou', endpoint: argument, credential });
  return (await createTransport(connection).call('DescribeRegions', {})).body;
}

probe().then(
  (found) => console.log(JSON.stringify(found)),
  (error: Error) => console.log(JSON.stringify({ name: error.name, message: error.message })),
);
