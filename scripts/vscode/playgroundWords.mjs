/** What `npm run playground` says, by language. */
export const words = {
  en: {
    usage: `Usage: npm run playground -- [OPTIONS]

Opens VS Code in a browser, with this extension, a sample workspace and a Local OOS. What you publish and run stays on this
machine, and your own editor is left alone. VS Code comes from the npm registry into .vscode-server/, once.

Options:
  --folder DIR       Open this folder, and keep it. An empty or missing one is filled with the samples; files are never changed
  --port N           The port of the page; any that is free without it
  --lang en|zh-cn    The language; by default that of the terminal
  --vsix FILE        Take this package, instead of making one
  --no-open          Do not open a browser
  -h, --help         Show this help`,
    oddPort: (port) => `--port needs a whole number from 1 to 65535, not "${port}".`,
    oddLanguage: (language) => `--lang is en or zh-cn, not "${language}".`,
    noFolder: (folder) => `"${folder}" is no folder. Name another one, or none.`,
    noPackage: (file) => `There is no package "${file}".`,
    portTaken: (port) => `Port ${port} is in use. Name another one, or none.`,
    noWindows: 'The playground needs Linux or macOS. On Windows, run it within WSL.',
    noBuild: (node, majors) =>
      `No build of VS Code is known to run on Node ${node}. Use Node ${majors.slice(0, -1).join(', ')} or ${majors.at(-1)}, or name ` +
      'a build, such as VSCODE_SERVER_VERSION=4.139.1.',
    otherNode: (node) =>
      `No build of VS Code is known to run on Node ${node}, so it runs on Node 20 from the npm registry.`,
    packaging: 'Making the package ...',
    notPackaged: 'The package could not be made. What is above says why.',
    ready: (address, isOwn) =>
      [
        `\nThe playground is open: ${address}`,
        isOwn
          ? 'Open a template there.'
          : 'Begin with the guide that the page shows (README.md); it takes five minutes.',
        'Ctrl-C ends it all.',
      ].join('\n'),
    died: (log) => `VS Code has ended by itself. Its last words:\n${log}`,
  },
  'zh-cn': {
    usage: `用法：npm run playground -- [选项]

在浏览器中打开 VS Code，带有本扩展、示例工作区和本地 OOS。发布和运行的内容都留在本机，不影响您自己的编辑器。
VS Code 在首次使用时从 npm 仓库获取，保存在 .vscode-server/ 中。

选项：
  --folder DIR       打开并保留此文件夹；为空或不存在时放入示例，不会改动已有文件
  --port N           网页端口；不指定则任选空闲端口
  --lang en|zh-cn    语言；默认与终端相同
  --vsix FILE        使用此扩展包，而不是重新打包
  --no-open          不打开浏览器
  -h, --help         显示此帮助`,
    oddPort: (port) => `--port 需要 1 到 65535 之间的整数，而不是“${port}”。`,
    oddLanguage: (language) => `--lang 只能是 en 或 zh-cn，而不是“${language}”。`,
    noFolder: (folder) => `“${folder}”不是文件夹。请换一个，或不指定。`,
    noPackage: (file) => `没有扩展包“${file}”。`,
    portTaken: (port) => `端口 ${port} 已被占用。请换一个，或不指定。`,
    noWindows: '试用环境需要 Linux 或 macOS。在 Windows 上请在 WSL 中运行。',
    noBuild: (node, majors) =>
      `没有已知可在 Node ${node} 上运行的 VS Code 版本。请使用 Node ${majors.join('、')}，` +
      '或通过 VSCODE_SERVER_VERSION（例如 4.139.1）指定版本。',
    otherNode: (node) => `没有已知可在 Node ${node} 上运行的 VS Code 版本，因此用 npm 仓库中的 Node 20 运行。`,
    packaging: '正在打包 ...',
    notPackaged: '打包失败，原因见上文。',
    ready: (address, isOwn) =>
      [
        `\n试用环境已就绪：${address}`,
        isOwn ? '请在其中打开一个模板。' : '请从页面中显示的导览（README.md）开始，大约需要五分钟。',
        '按 Ctrl-C 结束全部。',
      ].join('\n'),
    died: (log) => `VS Code 意外结束，最后的日志：\n${log}`,
  },
};
