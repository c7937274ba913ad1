import type { Shapes } from '../../api/ask.js';
import type { WordList } from '../../forms/word-list.js';
import type { InBoth, Words } from '../../i18n/words.js';

/** A household's file. Its inner parts are open objects in the OpenAPI document; here is what they hold. */
export type File = Shapes['HouseholdFileShown'];
export type Member = Shapes['MemberFileShown'];
export type Problem = Shapes['ProblemFileShown'];

export interface Income {
  readonly perPersonFen: number;
  readonly stated: boolean;
}
export interface Guarantee {
  readonly met: boolean;
  readonly grade: string | null;
  readonly stated: boolean;
}
export interface Living {
  readonly fuel: string;
  readonly accessRoad: string;
  readonly housingSquareMetres: number;
}
export interface LastVisit {
  readonly on: string;
}

interface CodeInFile {
  readonly list: WordList;
  readonly code: string;
  /** The day of which it was said. */
  readonly on: string;
}

/** What a code in a file was called on the day of which it was said. */
export const wordIn = (file: File, t: Words, { list, code, on }: CodeInFile): string =>
  t.listed((file.words as Readonly<Record<string, InBoth | undefined>>)[`${list} ${code} ${on}`], code);
