import type { Known } from './attack.js';

const familyNames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const ofTheOld = '秀桂玉英兰芳梅建国军民志文明永德福生成平华忠义学金银满来根有长春';
const ofTheYoung = '子梓浩宇欣怡雨佳思俊杰嘉诗涵轩晨一博文天泽睿艺心语';

/** The share of those in a generated household who have its head's family name because they are kin. */
export const kinOfGenerated = 0.6;

/** Somebody of a household, and where it lies. */
export type Person = Pick<Known, 'household' | 'isHead' | 'name'> & { readonly village: string };

/** Draws names as often as they are borne: few family names with most of the people, given names as the generations have them. */
class Names {
  constructor(private readonly random: () => number) {}

  family(): string {
    return this.drawn(Array.from(familyNames), 0.9);
  }

  /** @param shared the first character, where brothers and sisters have it in common */
  given(isOld: boolean, shared: string | null = null): string {
    const [own, others] = isOld ? [ofTheOld, ofTheYoung] : [ofTheYoung, ofTheOld];
    const first = shared ?? this.ofTheGeneration(own);
    return this.random() < (isOld ? 0.25 : 0.12) ? first : first + this.drawn(Array.from(own + others), 0.6);
  }

  /** What brothers and sisters may have in common. */
  shared(): string {
    return this.ofTheGeneration(ofTheYoung);
  }

  private ofTheGeneration(own: string): string {
    return this.drawn(Array.from(own), 0.7);
  }

  private drawn(from: readonly string[], slope: number): string {
    return from[rank(from.length, slope, this.random)] as string;
  }
}

/** A name of somebody. */
export function nameDrawn(random: () => number, isOld: boolean): string {
  const names = new Names(random);
  return names.family() + names.given(isOld);
}

/**
 * The people of a county of so many households: each village with three family names of its own, children with their father's, brothers and
 * sisters often with a character in common.
 */
export function generated(households: number, random: () => number): Person[] {
  const names = new Names(random);
  const villages = Array.from({ length: 299 }, (_, n) => ({
    village: `6104260${String(10 + (n % 23))}${String(200 + Math.floor(n / 23))}`,
    own: [names.family(), names.family(), names.family()],
  }));
  return Array.from({ length: households }, (_, n) => {
    const { village, own: ofVillage } = villages[n % villages.length] as (typeof villages)[number];
    const name = random() < 0.6 ? (ofVillage[Math.floor(random() * 3)] as string) : names.family();
    const own = [name + names.given(true)];
    if (random() < 0.8) own.push(names.family() + names.given(true));
    const shared = random() < 0.5 ? names.shared() : null;
    for (let child = Math.floor(random() * 4); child > 0; child--) own.push(name + names.given(random() < 0.3, shared));
    if (random() < 0.3) own.push(name + names.given(true));
    return own.map((one, nth) => ({ village, household: String(n), isHead: nth === 0, name: one }));
  }).flat();
}

/** A rank from 0, the first ones the likeliest: by Zipf's law with a slope. */
function rank(count: number, slope: number, random: () => number): number {
  const whole = Array.from({ length: count }, (_, i) => (i + 1) ** -slope).reduce((sum, weight) => sum + weight, 0);
  let left = random() * whole;
  for (let i = 0; i < count; i++) {
    left -= (i + 1) ** -slope;
    if (left <= 0) return i;
  }
  return count - 1;
}
