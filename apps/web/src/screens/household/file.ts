import type { Shapes } from '../../api/ask.js';

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
