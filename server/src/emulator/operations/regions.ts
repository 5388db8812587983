import type { Handler } from '../house.ts';

/** Regions with OOS: id, English name, Chinese name. Not all of them. */
const regions: readonly (readonly [id: string, en: string, zh: string])[] = [
  ['cn-hangzhou', 'China (Hangzhou)', '华东1（杭州）'],
  ['cn-shanghai', 'China (Shanghai)', '华东2（上海）'],
  ['cn-qingdao', 'China (Qingdao)', '华北1（青岛）'],
  ['cn-beijing', 'China (Beijing)', '华北2（北京）'],
  ['cn-zhangjiakou', 'China (Zhangjiakou)', '华北3（张家口）'],
  ['cn-huhehaote', 'China (Hohhot)', '华北5（呼和浩特）'],
  ['cn-wulanchabu', 'China (Ulanqab)', '华北6（乌兰察布）'],
  ['cn-shenzhen', 'China (Shenzhen)', '华南1（深圳）'],
  ['cn-heyuan', 'China (Heyuan)', '华南2（河源）'],
  ['cn-guangzhou', 'China (Guangzhou)', '华南3（广州）'],
  ['cn-chengdu', 'China (Chengdu)', '西南1（成都）'],
  ['cn-hongkong', 'China (Hong Kong)', '中国香港'],
  ['ap-southeast-1', 'Singapore', '新加坡'],
  ['ap-southeast-3', 'Malaysia (Kuala Lumpur)', '马来西亚（吉隆坡）'],
  ['ap-southeast-5', 'Indonesia (Jakarta)', '印度尼西亚（雅加达）'],
  ['ap-northeast-1', 'Japan (Tokyo)', '日本（东京）'],
  ['us-west-1', 'US (Silicon Valley)', '美国（硅谷）'],
  ['us-east-1', 'US (Virginia)', '美国（弗吉尼亚）'],
  ['eu-west-1', 'UK (London)', '英国（伦敦）'],
  ['eu-central-1', 'Germany (Frankfurt)', '德国（法兰克福）'],
];

export const describeRegions: Handler = ({ parameters }) => ({
  Regions: regions.map(([id, en, zh]) => ({
    RegionId: id,
    LocalName: parameters.text('AcceptLanguage') === 'en-US' ? en : zh,
    RegionEndpoint: `oos.${id}.aliyuncs.com`,
  })),
});
