import type { Words } from '../../words/words.ts';
import { shellWord } from '../commandLine/shellWord.ts';
import { longestRead, type TextFault } from './source.ts';

/** A file or folder that the system does not give, with the code of its error. */
export function unreadable(path: string, code: string): Words {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      if (path.includes('\uFFFD')) return unnamable(path);
      return /[*?]/.test(path) ? unmatched(path) : missing(path);
    case 'ELOOP':
      return {
        en: `"${path}" is a link that leads back to itself. Name the file itself.`,
        zh: `“${path}”是指向自身的链接。请直接指定文件。`,
      };
    case 'EACCES':
    case 'EPERM':
      return {
        en: `"${path}" may not be read. Ask for read permission, or leave it out.`,
        zh: `没有读取“${path}”的权限。请取得读取权限，或去掉它。`,
      };
    default:
      return { en: `"${path}" cannot be read (${code}).`, zh: `无法读取“${path}”（${code}）。` };
  }
}

const missing = (path: string): Words => ({
  en: `"${path}" does not exist. Check the spelling, or the folder you are in.`,
  zh: `“${path}”不存在。请检查拼写，或检查当前所在的文件夹。`,
});

/** Such a name reaches this program changed, so the file cannot be opened by it. */
const unnamable = (path: string): Words => ({
  en: `The name "${path}" is not UTF-8, so the file cannot be read. Rename it.`,
  zh: `文件名“${path}”不是 UTF-8 编码，无法读取该文件。请重命名。`,
});

/** A shell leaves a pattern as it is where nothing fits, and some leave all to the program. */
const unmatched = (path: string): Words => ({
  en: `No file fits the pattern "${path}". Name a folder to have it searched, or the files.`,
  zh: `没有与“${path}”匹配的文件。请指定要查找的文件夹，或逐个指定文件。`,
});

/** A file that cannot take its repaired text, with the code of the system's error. */
export function unwritable(path: string, code: string): Words {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        en: `"${path}" may not be written, so it was not repaired. Ask for write permission, or leave out --fix.`,
        zh: `没有写入“${path}”的权限，因此未修复。请取得写入权限，或去掉 --fix。`,
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        en: `There is no room left to write "${path}", so it was not repaired. Make room, then run again.`,
        zh: `没有足够的空间写入“${path}”，因此未修复。请腾出空间后重试。`,
      };
    default:
      return {
        en: `"${path}" cannot be written (${code}), so it was not repaired.`,
        zh: `无法写入“${path}”（${code}），因此未修复。`,
      };
  }
}

/** A file whose bytes are no text that the service takes. */
export function unfit(path: string, fault: TextFault): Words {
  switch (fault.kind) {
    case 'binary':
      return {
        en: `"${path}" is a binary file (it contains NUL bytes), not a template. Leave it out.`,
        zh: `“${path}”是二进制文件（含有 NUL 字节），不是模板。请去掉它。`,
      };
    case 'utf16':
      return {
        en: `"${path}" is saved as UTF-16. Save it as UTF-8, then check it again.`,
        zh: `“${path}”以 UTF-16 编码保存。请另存为 UTF-8 后再检查。`,
      };
    case 'not-utf8':
      return {
        en: `"${path}" is not UTF-8 text (line ${fault.line} is the first that is not). Save it as UTF-8, then check it again.`,
        zh: `“${path}”不是 UTF-8 文本（第 ${fault.line} 行最先出现问题）。请另存为 UTF-8 后再检查。`,
      };
  }
}

/** A file that is too long to be read at all. */
export function tooLong(path: string): Words {
  const limit = longestRead / 1024 / 1024;
  return {
    en: `"${path}" holds more than ${limit} MiB and was not read. A template holds at most 64 KB; leave this file out.`,
    zh: `“${path}”超过 ${limit} MiB，未读取。模板最大为 64 KB，请去掉该文件。`,
  };
}

/** A file of another kind that was named on the command line. */
export function notATemplate(path: string, text: string): Words {
  if (text.trim() === '') {
    if (path === '-') return emptyInput;
    return {
      en: `"${path}" is empty. Write a template into it; it begins with "FormatVersion: OOS-2019-06-01".`,
      zh: `“${path}”是空的。请写入模板，第一行是“FormatVersion: OOS-2019-06-01”。`,
    };
  }
  if (/\bROSTemplateFormatVersion\b/.test(text)) {
    return {
      en: `"${path}" is a ROS template, not an OOS template. Check it with the tools of ROS, and leave it out here.`,
      zh: `“${path}”是 ROS 模板，不是 OOS 模板。请用 ROS 的工具检查，此处请去掉它。`,
    };
  }
  return {
    en:
      `"${path}" is not an OOS template: there is no FormatVersion that begins with "OOS-" at its root. ` +
      'If it is meant to be one, add "FormatVersion: OOS-2019-06-01"; else leave it out.',
    zh:
      `“${path}”不是 OOS 模板：根级没有以“OOS-”开头的 FormatVersion。` +
      '如果它应当是模板，请加上“FormatVersion: OOS-2019-06-01”；否则请去掉它。',
  };
}

const emptyInput: Words = {
  en: 'Standard input is empty. Send a template to it: oos ... - < FILE, or name the file in the place of -.',
  zh: '标准输入是空的。请向其发送模板：oos ... - < FILE，或用文件名代替 -。',
};

/** A template of which nothing can be read, as far as its meaning goes. */
export function unparsed(path: string): Words {
  return {
    en: `"${path}" has mistakes that keep its tasks from being read. See oos check ${shellWord(path)}`,
    zh: `“${path}”存在错误，无法读取其中的任务。请参见 oos check ${shellWord(path)}`,
  };
}

/** A folder in which no template was found. */
export function noTemplates(path: string): Words {
  return {
    en:
      `No OOS template was found in the folder "${path}". Looked at *.yml, *.yaml and *.json files whose root has a ` +
      'FormatVersion that begins with "OOS-", but not into node_modules, dot folders and links. Name another folder, or the file itself.',
    zh:
      `文件夹“${path}”中没有 OOS 模板。查找范围是根级含有以“OOS-”开头的 FormatVersion 的 *.yml、*.yaml 和 *.json 文件，` +
      '不包括 node_modules、以点开头的文件夹和链接。请指定其他文件夹，或直接指定文件。',
  };
}
