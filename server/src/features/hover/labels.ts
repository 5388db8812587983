import type { Words } from '../../words/words.ts';

/** What stands in front of a fact. */
export const labels = {
  type: { en: 'Type', zh: '类型' },
  items: { en: 'Items', zh: '遍历的元素' },
  defaultValue: { en: 'Default', zh: '默认值' },
  allowed: { en: 'Allowed values', zh: '允许的取值' },
  pattern: { en: 'Pattern', zh: '匹配规则' },
  length: { en: 'Length', zh: '长度' },
  range: { en: 'Range', zh: '取值范围' },
  input: { en: 'Input in the console', zh: '控制台输入方式' },
  declared: { en: 'Declared in line', zh: '声明所在行' },
  action: { en: 'Action', zh: '动作' },
  call: { en: 'Calls', zh: '调用' },
  when: { en: 'Runs when', zh: '执行条件' },
  loop: { en: 'Once for each of', zh: '循环遍历' },
  outputs: { en: 'Outputs', zh: '输出' },
  selector: { en: 'Selector', zh: '选择器' },
  value: { en: 'Value', zh: '取值' },
  gathered: { en: 'Gathered by', zh: '汇总方式' },
  required: { en: 'Required', zh: '必填' },
  keys: { en: 'Keys', zh: '键' },
  risk: { en: 'Risk', zh: '风险' },
  runs: { en: 'Runs', zh: '运行的动作' },
  source: { en: 'Source', zh: '来源' },
} satisfies Record<string, Words>;
