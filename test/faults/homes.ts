import { planted } from './planted.ts';

const { accessKeyId, accessKeySecret, securityToken } = planted;
const keys = { access_key_id: accessKeyId, access_key_secret: accessKeySecret };
const place = { region_id: 'cn-hangzhou' };

type Home = Readonly<Record<string, string>>;

const cli = (text: string): Home => ({ '.aliyun/config.json': text });
const ini = (text: string): Home => ({ '.alibabacloud/credentials': text });
/** One profile of the Alibaba Cloud CLI. */
const profile = (fields: object): Home =>
  cli(JSON.stringify({ current: 'p', profiles: [{ name: 'p', ...place, ...fields }] }));
/** A program that tells keys. */
const program = (...lines: readonly string[]): string =>
  `"${process.execPath}" -e "${lines.join(';').replace(/["\\]/g, (it) => `\\${it}`)}"`;

const good = JSON.stringify({ current: 'p', profiles: [{ name: 'p', mode: 'AK', ...place, ...keys }] }, undefined, 1);

/** Folders of users whose keys are in files, most of them not as they should be. `endpoint`: a service for those that get so far. */
export const homes = (endpoint: string): Readonly<Record<string, Home>> => ({
  'a file that is fine': profile({ mode: 'StsToken', sts_token: securityToken, ...keys, endpoint }),
  'a file that was cut off in the secret': cli(good.slice(0, good.indexOf('Nobody', good.indexOf('pltd')) + 8)),
  'a secret without quotes': cli(good.replace(`"${accessKeySecret}"`, accessKeySecret)),
  'a secret where a comma should be': cli(good.replace('"mode"', `${accessKeySecret} "mode"`)),
  'nothing but a secret': cli(accessKeySecret),
  'a secret for a list': cli(JSON.stringify({ profiles: accessKeySecret })),
  'a secret for a profile': cli(JSON.stringify({ profiles: [accessKeySecret, { mode: 'AK', ...keys }] })),
  'keys in the wrong fields': profile({
    mode: 'AK',
    access_key_id: accessKeySecret,
    access_key_secret: accessKeyId,
    endpoint,
  }),
  'a secret for a region': profile({ mode: 'AK', ...keys, region_id: accessKeySecret }),
  'a secret for a mode': profile({ ...keys, mode: accessKeySecret }),
  'a secret in an address': profile({ mode: 'AK', ...keys, endpoint: `https://user:${accessKeySecret}@example.com` }),
  'a secret for an address': profile({ mode: 'AK', ...keys, endpoint: accessKeySecret }),
  'keys that no header can hold': profile({ mode: 'AK', ...keys, access_key_id: `${accessKeyId}\n秘`, endpoint }),
  'no token': profile({ mode: 'StsToken', ...keys, endpoint }),
  'an end of the token that is past': profile({
    mode: 'StsToken',
    ...keys,
    sts_token: securityToken,
    sts_expiration: 1,
  }),
  'lines that are none': ini(`${accessKeySecret}\naccess_key_secret=${accessKeySecret}\n[default]\n${securityToken}\n`),
  'an unknown type': ini(`[default]\ntype = ${accessKeySecret}\naccess_key_secret = ${accessKeySecret}\n`),
  'half of a pair': ini(`[default]\ntype = access_key\naccess_key_secret = ${accessKeySecret}\n`),
  'a program that fails': profile({
    mode: 'External',
    process_command: program(
      `console.log('${accessKeySecret}')`,
      `console.error('${securityToken}')`,
      'process.exit(3)',
    ),
  }),
  'a program that tells something else': profile({
    mode: 'External',
    process_command: program(`console.log('keys: ${accessKeySecret} ${securityToken}')`),
  }),
  'a program that is not there': profile({
    mode: 'External',
    process_command: `./${accessKeySecret} --key ${securityToken}`,
  }),
  'a program with an open quote': profile({ mode: 'External', process_command: `keys "${accessKeySecret}` }),
  'an address of keys that is none': profile({
    mode: 'CredentialsURI',
    credentials_uri: `keys?token=${securityToken}`,
  }),
  'an address of keys where nobody is': profile({
    mode: 'CredentialsURI',
    credentials_uri: `http://127.0.0.1:9/?token=${encodeURIComponent(securityToken)}`,
  }),
  'an address of keys that tells something else': profile({
    mode: 'CredentialsURI',
    credentials_uri: `${endpoint}/?token=${encodeURIComponent(securityToken)}`,
  }),
  'a role of another account': profile({
    mode: 'RamRoleArn',
    ...keys,
    ram_role_arn: 'acs:ram::1:role/r',
    sts_endpoint: '127.0.0.1:9',
  }),
  'a sign-in that has ended': profile({
    mode: 'OAuth',
    oauth_site_type: 'CN',
    oauth_access_token: securityToken,
    oauth_access_token_expire: 1,
    ...keys,
  }),
  'a sign-in of nobody': profile({
    mode: 'CloudSSO',
    cloud_sso_sign_in_url: `http://127.0.0.1:9/${accessKeyId}`,
    cloud_sso_account_id: '1',
    cloud_sso_access_config: 'c',
    access_token: securityToken,
    cloud_sso_access_token_expire: 4_000_000_000,
  }),
});
