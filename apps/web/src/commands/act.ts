import type { Shapes } from '../api/ask.js';
import { type Fields, fieldsIn, type FormValues } from '../forms/field.js';
import type { Right } from '../session/session.js';

type Offered = Shapes['ActOffered'];

/** An act as the console asks it: the server's description drives its form, what it sends, who is offered it and where its refusals stand. */
export interface Act extends Readonly<Omit<Offered, 'fields' | 'may' | 'tellsWhatFollows'>> {
  /** As it stands in addresses: `households`. */
  readonly plural: string;
  readonly may: readonly Right[];
  readonly fields: Fields;
  readonly tellsWhatFollows?: FormValues;
  /** The act whose entry it asks to be corrected: that one lends its fields, and the lists from which they take codes. */
  readonly within?: Act;
}

/** Every act that the server knows. */
export class Acts {
  constructor(private readonly all: readonly Act[]) {}

  static from({ subjects }: Shapes['EveryAct']): Acts {
    return new Acts(subjects.flatMap(({ plural, acts }) => acts.map((act) => ({ ...act, plural, fields: fieldsIn(act.fields) }))));
  }

  /** By the last part of its route; undefined where the server knows none such. */
  one(plural: string, path: string): Act | undefined {
    return this.all.find((act) => act.plural === plural && act.path === path);
  }

  /** What may be asked of one subject of a kind as a whole, in the order in which it is offered. */
  ofWhole(plural: string): readonly Act[] {
    return this.all.filter((act) => act.plural === plural && !act.opens && !act.fromList && act.about === undefined);
  }

  /** What may be asked about a row of a subject's, by the field that names it; what comes next first. */
  about(plural: string, field: string): readonly Act[] {
    return this.all.filter((act) => act.plural === plural && act.about === field && !act.fromList);
  }

  /** The act whose form corrects an entry of a type; undefined where none does. */
  correcting(plural: string, type: string): Act | undefined {
    return this.all.find((act) => act.plural === plural && act.corrects.includes(type));
  }
}

/** Whether an act is offered for a row, by the values of its columns. */
export const isOfferedAt = ({ at = {} }: Act, row: Readonly<Record<string, string>>): boolean =>
  Object.entries(at).every(([column, values]) => values.includes(row[column] ?? ''));
