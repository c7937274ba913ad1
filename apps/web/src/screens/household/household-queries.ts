import type { MomentAsked } from '../../moment/moment-asked.js';
import { type AnyFile, fileOf } from '../subject/subject-queries.js';
import type { File } from './file.js';

/** The household's file at a moment, in the shape that it has of its own. */
export const householdOf = (id: string, moment: MomentAsked) => ({
  ...fileOf(`/households/${id}`, moment),
  select: (file: AnyFile) => file as File,
});
