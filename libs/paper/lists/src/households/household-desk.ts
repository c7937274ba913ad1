import { Refusal } from '@lookback/kernel';
import type { AlreadyThere, CommandRequest, Receipt } from '@lookback/office/desk';
import type { ImportContext } from '../command-submitter.js';
import type { OfficialsFirst } from '../officials/officials-first.js';
import type { HeadsSaid } from './heads-said.js';
import { type HouseholdsSought, severalFiles } from './households-sought.js';
import { rounds } from './rounds.js';

/** How a list's commands name officials and units. */
export interface NamedOfficials {
  idsIn(command: object): readonly string[];
  /** The command with each of these ids in the place of the one that the list gave. */
  renamed(command: object, actual: ReadonlyMap<string, string>): object;
}

type Answer = Receipt | AlreadyThere | Error;

/** The desk as lists about households ask it: only of those on record, and only once whom they name is on record too. */
export class HouseholdDesk {
  constructor(
    private readonly desk: Pick<ImportContext['desk'], 'submitMany'>,
    private readonly households: HouseholdsSought,
    private readonly heads: HeadsSaid,
    private readonly first: OfficialsFirst,
    private readonly named: NamedOfficials,
  ) {}

  /** Unlike the desk's own, it may be asked of one household several times at once. */
  async submitMany(many: readonly CommandRequest[]): Promise<Answer[]> {
    const onRecord = await this.households.find(many.map(({ id }) => id));
    const inFiles = many.map((request) => {
      const file = onRecord.get(request.id);
      if (file && 'alike' in file) return severalFiles(file);
      this.heads.compare(request.id, file?.head ?? null);
      return file ? { ...request, id: file.id } : this.households.unknown(request.id);
    });
    const answers = await this.answers(inFiles.flatMap((request) => (request instanceof Refusal ? [] : [request])));
    return inFiles.map((request) => (request instanceof Refusal ? request : (answers.get(request) ?? unanswered(request))));
  }

  private async answers(known: readonly CommandRequest[]): Promise<ReadonlyMap<CommandRequest, Answer>> {
    const answers = new Map<CommandRequest, Answer>();
    this.first.begin(known.flatMap(({ command }) => this.named.idsIn(command)));
    const ready = new Map<CommandRequest, CommandRequest>();
    for (const request of known) {
      const actual = await this.first.bring(this.named.idsIn(request.command));
      if (actual instanceof Error) answers.set(request, actual);
      else ready.set(request, { ...request, command: this.named.renamed(request.command, actual) });
    }
    for (const round of rounds([...ready.keys()])) {
      const outcomes = await this.desk.submitMany(round.map((request) => ready.get(request) ?? request));
      round.forEach((request, i) => answers.set(request, outcomes[i] ?? unanswered(request)));
    }
    return answers;
  }
}

const unanswered = ({ id }: CommandRequest) => new Error(`nothing was answered to ${id}`);
