import type { Code, InBoth } from '@lookback/kernel';

/** Called in Chinese in both languages. */
const named = (code: string, zh: string) => [code, { zh, en: zh }] as const;
/** GB/T 3304: the 56 ethnic groups in the order of their numbers, then 97 other and 98 naturalised. */
export const ethnicGroups = Object.fromEntries([
  ...'汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
    .split(' ')
    .map((name, i) => named(String(i + 1).padStart(2, '0'), `${name}族`)),
  named('97', '其他'),
  named('98', '外国血统中国籍人士'),
]) as Readonly<Record<string, InBoth>>;
export type EthnicGroup = Code<'ethnic-group'>;
