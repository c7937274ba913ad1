import { asOf, type FactShown, type Moment, type Reader, type Recorded, type Resolved } from '@lookback/kernel';
import { type Fields, fieldsOf, type Filed, written } from './fields.js';
import { type Provenance, provenance } from './provenance.js';

/** What a file shows at a moment, and by which entries. `whole` tells two values apart that look alike when they are masked. */
export interface Explained {
  readonly shown: Fields;
  readonly whole: Fields;
  readonly setBy: Provenance;
}

/** A field that two moments show differently; undefined where it is not there. */
export interface Changed {
  readonly field: string;
  readonly before: FactShown | undefined;
  readonly after: FactShown | undefined;
  /** The entries that set it at one of the moments and not at the other, or differently. */
  readonly setBy: readonly Resolved[];
}

/** What a subject's file shows at a moment, and by which entries. */
export function explained<State>(subject: Filed<State>, history: readonly Recorded[], moment: Moment, to: Reader): Explained {
  const { state, entries } = asOf(subject, history, moment);
  const before = (sight: Reader['sight']) => fieldsOf(subject.file, state, { ...to, sight });
  return { shown: before(to.sight), whole: before('whole'), setBy: provenance(subject, entries) };
}

/** What differs between two moments, in the order of the file. */
export function difference(a: Explained, b: Explained): Changed[] {
  const [before, after] = [written(a.whole), written(b.whole)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => before.get(field) !== after.get(field))
    .map((field) => ({
      field,
      before: a.shown.get(field),
      after: b.shown.get(field),
      setBy: inOne(a.setBy.get(field) ?? [], b.setBy.get(field) ?? []),
    }));
}

function inOne(a: readonly Resolved[], b: readonly Resolved[]): Resolved[] {
  const version = ({ id, setBy }: Resolved) => `${id} ${setBy}`;
  const [inA, inB] = [new Set(a.map(version)), new Set(b.map(version))];
  return [...a.filter((one) => !inB.has(version(one))), ...b.filter((one) => !inA.has(version(one)))];
}
