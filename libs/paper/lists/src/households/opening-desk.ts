import type { AlreadyThere, CommandRequest, Desk, Receipt } from '@lookback/office/desk';
import { type HouseholdsSought, severalFiles } from './households-sought.js';
import { rounds } from './rounds.js';

type Answer = Receipt | AlreadyThere | Error;

/** The desk as a list that opens files asks it: of a household that has one already, in that file; so that nobody gets a second one. */
export class OpeningDesk {
  constructor(
    private readonly desk: Pick<Desk, 'submitMany'>,
    private readonly households: HouseholdsSought,
  ) {}

  /** Unlike the desk's own, it may be asked of one household several times at once. */
  async submitMany(many: readonly CommandRequest[]): Promise<Answer[]> {
    const found = await this.households.find(many.map(({ id }) => id));
    const answers = new Map<CommandRequest | undefined, Answer>();
    const inFiles = new Map<CommandRequest, CommandRequest>();
    for (const request of many) {
      const file = found.get(request.id);
      if (file && 'alike' in file) answers.set(request, severalFiles(file));
      else inFiles.set({ ...request, id: file?.id ?? request.id }, request);
    }
    for (const round of rounds([...inFiles.keys()])) {
      const outcomes = await this.desk.submitMany(round);
      round.forEach((one, i) => answers.set(inFiles.get(one), outcomes[i] ?? new Error(`nothing was answered to ${one.id}`)));
    }
    return many.map((request) => answers.get(request) ?? new Error(`nothing was answered to ${request.id}`));
  }
}
