import { say } from '../kinds/say.js';
import type { ValueKind } from '../kinds/kinds.js';
import type { Sealed } from '../sealed.js';
import type { InBoth } from '../sentences.js';
import { masked, type Opened, opened, type Reader } from './shown.js';

/** A value as a file shows it: as JSON, and in words; null where there are none. */
export interface ValueShown {
  readonly value: unknown;
  readonly said: InBoth | null;
}

/** A value that knows how it is shown. */
export type Value = (to: Reader) => ValueShown;

const nothing: ValueShown = { value: null, said: null };
const alike = (text: string): InBoth => ({ en: text, zh: text });
const erasedWords: InBoth = { en: 'erased', zh: '已删除' };

/** Shows what there is. */
const where =
  <T>(value: T | null | undefined, said: (value: T, to: Reader) => InBoth): Value =>
  (to) =>
    value === null || value === undefined ? nothing : { value, said: said(value, to) };

/** A value of a kind. */
export const of = (kind: ValueKind, value: unknown): Value => where(value, (one, to) => say(kind, one, to));

/** A name, a number or a code that says itself. */
export const plain = (value: string | number | null): Value => where(value, (one) => alike(String(one)));

/** What has a shape of its own and is read as it stands. */
export const json = (value: unknown): Value => where(value, (one) => alike(JSON.stringify(one)));

/** What is sealed and may be read by whoever reads the file. */
export const words = (value: Sealed<string> | null): Value => shownAs(opened(value));

/** A number by which a person is found: masked for all who do not record. */
export const findable =
  (value: Sealed<string> | null): Value =>
  (to) => {
    const one = opened(value);
    return shownAs(to.sight === 'masked' && typeof one === 'string' ? masked(one) : one)(to);
  };

const shownAs = (value: Opened<string> | null): Value => where(value, (one) => (typeof one === 'string' ? alike(one) : erasedWords));

/** Several of a kind. */
export const all =
  (values: readonly Value[]): Value =>
  (to) => {
    const shown = values.map((value) => value(to));
    const said = shown.flatMap((one) => one.said ?? []);
    return {
      value: shown.map(({ value }) => value),
      said: { en: said.map(({ en }) => en).join(', '), zh: said.map(({ zh }) => zh).join('、') },
    };
  };

/** Facts that make one: a row of a table. */
export const row =
  (facts: Readonly<Record<string, readonly [called: InBoth, value: Value]>>): Value =>
  (to) => {
    const shown = Object.entries(facts).map(([name, [called, value]]) => ({ name, called, ...value(to) }));
    const told = shown.flatMap(({ called, said }) => (said ? [{ en: `${called.en}: ${said.en}`, zh: `${called.zh}：${said.zh}` }] : []));
    return {
      value: Object.fromEntries(shown.map(({ name, value }) => [name, value])),
      said: { en: told.map(({ en }) => en).join('; '), zh: told.map(({ zh }) => zh).join('；') },
    };
  };
