import { fact, type FileSections, section, value, kind } from '@lookback/kernel';
import { levelWords } from '../levels.js';
import type { Person } from './person.decider.js';
import { postKinds } from './post.codes.js';

const labels = {
  post: { en: 'post', zh: '职务' },
  level: { en: 'level', zh: '级别' },
  region: { en: 'region', zh: '地区' },
  since: { en: 'since', zh: '起始' },
  until: { en: 'until', zh: '截止' },
} as const;

/** What a file shows of an official. */
export const personFile: FileSections<Person | null> = [
  section(
    'person',
    { en: 'official', zh: '干部' },
    (person: Person | null) => person,
    ({ name, phone, region, confirmed }) => [
      fact('name', { en: 'name', zh: '姓名' }, value.words(name)),
      fact('phone', { en: 'telephone', zh: '联系电话' }, value.findable(phone)),
      fact('region', { en: 'serves in', zh: '工作地区' }, value.of(kind.region, region)),
      fact('confirmed', { en: 'identity checked', zh: '身份已核实' }, value.of(kind.yesNo, confirmed)),
    ],
  ),
  section(
    'posts',
    { en: 'posts', zh: '任职' },
    (person: Person | null) => person,
    ({ posts, ended }) => [
      fact(
        'posts',
        { en: 'posts held', zh: '现任职务' },
        value.all(
          posts.map(({ post, unit, level, region, since }) =>
            value.row({
              post: [labels.post, value.of(kind.code(postKinds), post)],
              unit: [{ en: 'unit', zh: '单位' }, value.of(kind.unit, unit)],
              level: [labels.level, value.of(kind.code(levelWords), level)],
              region: [labels.region, value.of(kind.region, region)],
              since: [labels.since, value.of(kind.day, since)],
            }),
          ),
        ),
      ),
      fact(
        'ended',
        { en: 'posts held before', zh: '曾任职务' },
        value.all(
          ended.map(({ post, unit, since, until }) =>
            value.row({
              post: [labels.post, value.of(kind.code(postKinds), post)],
              unit: [{ en: 'unit', zh: '单位' }, value.of(kind.unit, unit)],
              since: [labels.since, value.of(kind.day, since)],
              until: [labels.until, value.of(kind.day, until)],
            }),
          ),
        ),
      ),
    ],
  ),
];
