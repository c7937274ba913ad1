import { Refusal } from '@lookback/kernel';
import type { AlreadyThere, CommandRequest, Receipt } from '@lookback/office/desk';
import type { ImportContext } from '../command-submitter.js';
import { inapplicable } from '../lists.rules.js';
import type { HeadsSaid } from './heads-said.js';
import type { OfficialsFirst } from './officials-first.js';

/** The names of the heads of those households that are on record, by household's id; null where the head is erased. */
export type KnownHeads = (households: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;

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
    private readonly taking: ImportContext & { readonly knownHeads: KnownHeads },
    private readonly heads: HeadsSaid,
    private readonly first: OfficialsFirst,
    private readonly named: NamedOfficials,
  ) {}

  /** Unlike the desk's own, it may be asked of one household several times at once. */
  async submitMany(many: readonly CommandRequest[]): Promise<Answer[]> {
    const onRecord = await this.taking.knownHeads(many.map(({ id }) => id));
    for (const { id } of many) this.heads.compare(id, onRecord.get(id) ?? null);
    const answers = new Map<CommandRequest, Answer>(
      many.filter(({ id }) => !onRecord.has(id)).map((request) => [request, householdUnknown()]),
    );
    await this.answer(
      many.filter((request) => !answers.has(request)),
      answers,
    );
    return many.map((request) => answers.get(request) ?? new Error(`nothing was answered to ${request.id}`));
  }

  private async answer(known: readonly CommandRequest[], answers: Map<CommandRequest, Answer>): Promise<void> {
    this.first.begin(known.flatMap(({ command }) => this.named.idsIn(command)));
    const ready = new Map<CommandRequest, CommandRequest>();
    for (const request of known) {
      const actual = await this.first.bring(this.named.idsIn(request.command));
      if (actual instanceof Error) answers.set(request, actual);
      else ready.set(request, { ...request, command: this.named.renamed(request.command, actual) });
    }
    for (const round of rounds([...ready.keys()])) {
      const outcomes = await this.taking.desk.submitMany(round.map((request) => ready.get(request) ?? request));
      round.forEach((request, i) => answers.set(request, outcomes[i] ?? new Error(`nothing was answered to ${request.id}`)));
    }
  }
}

/** The log takes one commit a stream in one go: what is asked of one household several times goes round by round. */
function rounds(many: readonly CommandRequest[]): CommandRequest[][] {
  const all: CommandRequest[][] = [];
  const counts = new Map<string, number>();
  for (const one of many) {
    const nth = counts.get(one.id) ?? 0;
    counts.set(one.id, nth + 1);
    (all[nth] ??= []).push(one);
  }
  return all;
}

function householdUnknown(): Refusal {
  const { rule, facts, wording } = inapplicable('list.household-unknown');
  return new Refusal(rule, facts, wording);
}
