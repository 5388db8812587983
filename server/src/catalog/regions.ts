import type { Words } from '../words/words.ts';

export interface Region {
  readonly id: string;
  /** Where it is. Undefined: only the id is known for sure. */
  readonly place: Words | undefined;
}

const place = (id: string, en: string, zh: string): Region => ({ id, place: { en, zh } });

/**
 * The regions in which OOS has an address. Source: the list of its endpoints inside VPCs, state of April 2026. Some may
 * have been closed since; only DescribeRegions knows.
 */
export const regions: readonly Region[] = [
  place('cn-hangzhou', 'Hangzhou', '杭州'),
  place('cn-shanghai', 'Shanghai', '上海'),
  place('cn-beijing', 'Beijing', '北京'),
  place('cn-shenzhen', 'Shenzhen', '深圳'),
  place('cn-zhangjiakou', 'Zhangjiakou', '张家口'),
  place('cn-qingdao', 'Qingdao', '青岛'),
  place('cn-huhehaote', 'Hohhot', '呼和浩特'),
  place('cn-wulanchabu', 'Ulanqab', '乌兰察布'),
  place('cn-heyuan', 'Heyuan', '河源'),
  place('cn-guangzhou', 'Guangzhou', '广州'),
  place('cn-chengdu', 'Chengdu', '成都'),
  place('cn-nanjing', 'Nanjing', '南京'),
  place('cn-fuzhou', 'Fuzhou', '福州'),
  place('cn-hongkong', 'Hong Kong', '香港'),
  place('ap-southeast-1', 'Singapore', '新加坡'),
  place('ap-southeast-2', 'Sydney', '悉尼'),
  place('ap-southeast-3', 'Kuala Lumpur', '吉隆坡'),
  place('ap-southeast-5', 'Jakarta', '雅加达'),
  place('ap-southeast-6', 'Manila', '马尼拉'),
  place('ap-southeast-7', 'Bangkok', '曼谷'),
  { id: 'ap-southeast-8', place: undefined },
  place('ap-northeast-1', 'Tokyo', '东京'),
  place('ap-northeast-2', 'Seoul', '首尔'),
  place('ap-south-1', 'Mumbai', '孟买'),
  place('us-west-1', 'Silicon Valley', '硅谷'),
  place('us-east-1', 'Virginia', '弗吉尼亚'),
  { id: 'us-southeast-1', place: undefined },
  place('na-south-1', 'Mexico', '墨西哥'),
  place('eu-west-1', 'London', '伦敦'),
  place('eu-central-1', 'Frankfurt', '法兰克福'),
  place('me-east-1', 'Dubai', '迪拜'),
  place('me-central-1', 'Riyadh', '利雅得'),
  place('cn-wuhan-lr', 'Wuhan', '武汉'),
  place('cn-zhengzhou-jva', 'Zhengzhou', '郑州'),
  { id: 'cn-heyuan-acdr-1', place: undefined },
  place('cn-hangzhou-finance', 'Hangzhou, finance', '杭州金融云'),
  place('cn-shanghai-finance-1', 'Shanghai, finance', '上海金融云'),
  place('cn-shenzhen-finance-1', 'Shenzhen, finance', '深圳金融云'),
  place('cn-beijing-finance-1', 'Beijing, finance', '北京金融云'),
];
