import { expect, test } from 'vitest';
import { createTransport } from '../../server/src/cloud/createTransport.ts';
import { explicitConnection } from '../../server/src/cloud/connection.ts';
import { answered, fakeService, refused, webPage, silent, dropped, brokenOff, stuck, endless } from '../support/fakeService.ts';

const cred = { accessKeyId: 'LTAIabcdefghijkl', accessKeySecret: 'sEcReT0000' };
test.each([answered({RequestId:'r',a:1}), refused(404,'EntityNotExists.Template'), webPage(503), webPage(200), silent, dropped, brokenOff, stuck, endless, answered(''), answered('[]'), answered('{"a')])('try', async (step) => {
  const s = await fakeService(step);
  const t = createTransport(explicitConnection({name:'x', region:'cn-hangzhou', endpoint: s.endpoint, credential: cred}), {timeout: 500, wait: async()=>{}});
  const start = Date.now();
  console.log(await t.call('CreateTemplate', {A: ' a&b=ü\n+*~(中)', B: ''}).catch(e=>[e.message, e.facts]), s.seen.length, Date.now()-start, s.seen[0]?.form);
});
