import type { Words } from '../../words/words.ts';

/** Why the data file of the Local OOS cannot be used and what to do, by the code of the system. */
export function dataFileFault(code: string): Words {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { en: 'its folder does not exist. Make the folder first.', zh: '其所在的文件夹不存在。请先创建文件夹。' };
    case 'EISDIR':
      return { en: 'it is a folder. Name a file in it.', zh: '它是文件夹。请指定其中的文件。' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        en: 'it may not be written. Name a file in a folder of yours.',
        zh: '没有写入权限。请指定您自己文件夹中的文件。',
      };
    default:
      return { en: `the system says ${code}. Name another file.`, zh: `系统报告 ${code}。请指定其他文件。` };
  }
}
