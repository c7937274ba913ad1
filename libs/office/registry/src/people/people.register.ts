import { column, placeColumns, placeNames, type Register, registerSource, kind } from '@lookback/kernel';
import { levelWords } from '../levels.js';
import type { EndedPost, Person, Post } from './person.decider.js';
import { postKinds } from './post.codes.js';

const counted = { filter: true, count: true } as const;
const ordered = { filter: true, sort: true } as const;

/** Officials. */
export const peopleRegister: Register<Person> = {
  name: 'people',
  called: { zh: '干部', en: 'Officials' },
  columns: {
    region: column(kind.region, { zh: '任职地', en: 'Serves in' }, ({ region }) => region, counted),
    ...placeColumns<Person>(({ region }) => region),
    confirmed: column(kind.yesNo, { zh: '已确认', en: 'Confirmed' }, ({ confirmed }) => confirmed, counted),
    posts: column(kind.whole, { zh: '现任岗位', en: 'Posts held' }, ({ posts }) => posts.length, ordered),
  },
  opened: {
    name: { called: { zh: '姓名', en: 'Name' }, sight: 'plain', value: ({ name }) => name },
    phone: { called: { zh: '联系电话', en: 'Telephone' }, sight: 'masked', value: ({ phone }) => phone },
  },
  groups: { standing: [...placeNames, 'region', 'confirmed'] },
  order: ['region'],
};

/** The row of an official. */
export const peopleOfState = registerSource<Person | null, Person>({
  register: peopleRegister,
  reads: (person) => [person],
  rows: (person) => (person ? [['', person]] : []),
});

/** A post that is held or was. */
type PostLine = Post & { readonly until: EndedPost['until'] | null };

/** The posts of officials, held now and before, numbered from 0: those that are held first. */
export const postsRegister: Register<PostLine> = {
  name: 'posts',
  called: { zh: '岗位', en: 'Posts' },
  columns: {
    post: column(kind.code(postKinds), { zh: '岗位', en: 'Post' }, ({ post }) => post, counted),
    unit: column(kind.unit, { zh: '单位', en: 'Unit' }, ({ unit }) => unit, counted),
    level: column(kind.code(levelWords), { zh: '层级', en: 'Level' }, ({ level }) => level, counted),
    region: column(kind.region, { zh: '负责地区', en: 'Region' }, ({ region }) => region, counted),
    ...placeColumns<PostLine>(({ region }) => region),
    since: column(kind.day, { zh: '开始', en: 'Since' }, ({ since }) => since, ordered),
    until: column(kind.day, { zh: '结束', en: 'Until' }, ({ until }) => until, ordered),
    held: column(kind.yesNo, { zh: '在任', en: 'Held' }, ({ until }) => until === null, counted),
  },
  groups: { standing: [...placeNames, 'post', 'unit', 'level', 'held'] },
  order: ['unit', 'post'],
};

/** The posts of an official. */
export const postsOfState = registerSource<Person | null, PostLine>({
  register: postsRegister,
  reads: (person) => [person?.posts, person?.ended],
  rows: (person) =>
    [...(person?.posts ?? []).map((post) => ({ ...post, until: null })), ...(person?.ended ?? [])].map(
      (post, n) => [String(n), post] as const,
    ),
});
