import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { words } from './playgroundWords.mjs';

/** An option that makes no sense. The message is for the person who wrote it. */
export class OddOption extends Error {}

/**
 * @param {string[]} argv
 * @returns {{ language: 'en' | 'zh-cn', help: boolean, opensBrowser: boolean, port?: number, folder?: string, vsix?: string }}
 *   paths are absolute; throws an OddOption
 */
export function readOptions(argv) {
  const { lang = languageOf(process.env), port, folder, vsix, ...flags } = parsed(argv);
  if (!Object.hasOwn(words, lang)) throw new OddOption(words[languageOf(process.env)].oddLanguage(lang));
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    throw new OddOption(words[lang].oddPort(port));
  }
  return {
    language: lang,
    help: flags.help === true,
    opensBrowser: flags['no-open'] !== true,
    port: port === undefined ? undefined : Number(port),
    folder: absolute(folder),
    vsix: absolute(vsix),
  };
}

function parsed(argv) {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  try {
    return parseArgs({
      args: argv,
      options: { lang: text, port: text, folder: text, vsix: text, 'no-open': flag, help: { ...flag, short: 'h' } },
    }).values;
  } catch (error) {
    throw new OddOption(`${error.message}\n\n${words[languageOf(process.env)].usage}`);
  }
}

const languageOf = ({ LC_ALL, LANG }) => (/^zh/i.test(LC_ALL || LANG || '') ? 'zh-cn' : 'en');

/** npm runs scripts in the folder of the package and says where the person is. */
const absolute = (file) => file && path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
