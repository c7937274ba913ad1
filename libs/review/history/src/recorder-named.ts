import { type AccountId, type CalendarDate, calendarDateIn, countyZone, type Holder, type InBoth, type Recorder } from '@lookback/kernel';
import type { Entry } from '@lookback/log/event-log';
import { type PostKind, postKinds } from '@lookback/office/registry';
import type { Names } from './names.js';

/** Who typed an entry in: post and unit as held on that day, and all of it in words. */
export type RecorderNamed = Recorder & Partial<Holder> & InBoth & { readonly name: string | null; readonly unitName: string | null };

/** What a process is called, as recorder of what happens in the system and of what comes from a list. */
const processes: Readonly<Record<'setup' | 'clock' | 'reactor', InBoth>> = {
  setup: { en: 'set-up of the system', zh: '系统初始化' },
  clock: { en: 'the system’s clock', zh: '系统时钟' },
  reactor: { en: 'recorded by the system after another entry', zh: '系统自动登记' },
};
const importBySetup: InBoth = { en: 'import during set-up', zh: '系统初始化时导入' };

const dayOf = calendarDateIn(countyZone);

/** The day on which an entry was typed in. */
export const recordedOn = ({ recordedAt }: Pick<Entry, 'recordedAt'>): CalendarDate => dayOf(recordedAt);

/** Who an entry says typed it in. What came from a list names the account alone; the person, and the post of that day, are those of its owner. */
export function recorderNamed(entry: Pick<Entry, 'by' | 'recordedAt'>, names: Names): RecorderNamed {
  const { recordedBy, mode } = entry.by;
  if ('process' in recordedBy) return { ...recordedBy, ...nobody, ...processNamed(recordedBy.process, mode) };
  if ('channel' in recordedBy) return { ...recordedBy, ...nobody, ...channelNamed(recordedBy.channel) };
  const held = holderIn(recordedBy) ?? names.recorder(recordedBy.account, recordedOn(entry));
  return { ...recordedBy, ...held, ...namedAs(recordedBy.account, held, names) };
}

/** Whether it is a process that typed something in. */
export const isProcess = (recorder: string): recorder is keyof typeof processes => recorder in processes;

/** A process as the recorder of an entry of a mode. */
export const processNamed = (process: keyof typeof processes, mode: Entry['by']['mode'] | null): InBoth =>
  process === 'setup' && mode === 'takeover' ? importBySetup : processes[process];

/** An account in words: its person, or its login where it is nobody's own. */
export function accountNamed(account: AccountId, names: Names): InBoth {
  const known = names.account(account);
  const name = known?.person ? names.official(known.person) : null;
  if (name !== null) return { en: name, zh: name };
  const login = known?.login ?? account.slice(0, 8);
  return { en: `account ${login}`, zh: `账号 ${login}` };
}

/** How the journal keeps a channel apart from accounts and processes. */
export const channelKey = (channel: string): string => `channel-${channel}`;

/** The channel that a key of the journal names; null where it is none. */
export const channelIn = (key: string): string | null => (key.startsWith('channel-') ? key.slice('channel-'.length) : null);

/** A way into the office from outside, in words. */
export const channelNamed = (channel: string): InBoth => ({ en: `channel ${channel}`, zh: `渠道 ${channel}` });

const nobody = { name: null, unitName: null };

const holderIn = ({ person, post, unit, level }: Partial<Holder>): Holder | null =>
  person && post && unit && level ? { person, post, unit, level } : null;

function namedAs(account: AccountId, held: Partial<Holder> | null, names: Names): Omit<RecorderNamed, keyof Recorder> {
  const { person, post, unit } = held ?? {};
  const [name, unitName] = [person ? names.official(person) : null, unit ? names.unit(unit) : null];
  const who = accountNamed(account, names);
  const office = post && postKinds[post as string as PostKind];
  return { name, unitName, en: together(name ?? who.en, office?.en, unitName), zh: together(name ?? who.zh, office?.zh, unitName) };
}

/** What is known of somebody, in a line. */
export const together = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
