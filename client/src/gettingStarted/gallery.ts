import type { Words } from '../../../server/src/words/words.ts';

/** A template of our own to begin with. */
export interface GalleryTemplate {
  /** The name of its file in `gallery/`, without `.oos.yml`. */
  readonly file: string;
  readonly icon: string;
  /** What one wants to do. */
  readonly title: Words;
  /** How the template does it. */
  readonly about: Words;
}

/** In the order in which they are offered: the usual ones first. */
export const gallery: readonly GalleryTemplate[] = [
  {
    file: 'run-command',
    icon: 'terminal',
    title: { en: 'Run a command on many instances', zh: '在多台实例上执行命令' },
    about: { en: 'A script on the instances that are chosen, some at a time', zh: '在所选实例上执行脚本，并控制并发' },
  },
  {
    file: 'restart-in-batches',
    icon: 'debug-restart',
    title: { en: 'Restart instances in batches', zh: '分批重启实例' },
    about: {
      en: 'One first, then half of them, then the rest; pauses in between',
      zh: '先一台，再一半，最后其余，批次之间暂停',
    },
  },
  {
    file: 'start-and-check',
    icon: 'play',
    title: { en: 'Start an instance and check it', zh: '启动实例并检查' },
    about: { en: 'Starts it, waits until it runs, and checks its health', zh: '启动实例，等待运行，并检查健康状态' },
  },
  {
    file: 'wait-until-ready',
    icon: 'watch',
    title: { en: 'Wait until something is ready', zh: '等待资源就绪' },
    about: { en: 'Creates an image and asks until it is available', zh: '创建镜像，并反复查询直到可用' },
  },
  {
    file: 'scheduled-snapshots',
    icon: 'calendar',
    title: { en: 'Take snapshots on a schedule', zh: '定时创建快照' },
    about: { en: 'Every night a snapshot of each disk with a tag', zh: '每天夜间为带有指定标签的云盘创建快照' },
  },
  {
    file: 'approve-before-delete',
    icon: 'shield',
    title: { en: 'Ask before something is deleted', zh: '删除前先审批' },
    about: { en: 'Deletes a snapshot once somebody has approved', zh: '审批通过后才删除快照' },
  },
  {
    file: 'react-to-event',
    icon: 'zap',
    title: { en: 'React to an event', zh: '响应系统事件' },
    about: { en: 'Starts an instance again when it has stopped', zh: '实例停止时自动将其启动' },
  },
  {
    file: 'alarm-action',
    icon: 'bell',
    title: { en: 'Act on an alarm', zh: '响应监控报警' },
    about: {
      en: 'Reads what keeps a processor busy when its load is high',
      zh: 'CPU 使用率过高时，收集占用最多的进程',
    },
  },
  {
    file: 'call-template',
    icon: 'references',
    title: { en: 'Run another template', zh: '调用另一个模板' },
    about: { en: 'Once for each instance, with its parameters', zh: '对每台实例各调用一次，并传入参数' },
  },
  {
    file: 'notify-web-hook',
    icon: 'comment',
    title: { en: 'Send a message to a web hook', zh: '向 Webhook 发送通知' },
    about: { en: 'Stops an instance and tells a chat group how it went', zh: '停止实例，并把结果发送到群聊' },
  },
  {
    file: 'empty',
    icon: 'file',
    title: { en: 'An empty template', zh: '空模板' },
    about: { en: 'With one task that waits', zh: '只有一个等待任务' },
  },
];
