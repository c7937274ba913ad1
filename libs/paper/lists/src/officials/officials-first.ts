import { WrongExpectedRevision } from '@lookback/log/event-log';
import type { AlreadyThere, AnySubject, CommandRequest, Receipt } from '@lookback/office/desk';
import { person, TakeOverPerson, TakeOverUnit, unit } from '@lookback/office/registry';
import type { ImportContext } from '../command-submitter.js';
import { type KnownOfficials, matched } from './known-officials.js';
import type { Listed, Officials } from './officials.js';

type Answer = Receipt | AlreadyThere | Error;
const subjects = { person, unit } as unknown as Readonly<Record<Listed['kind'], AnySubject>>;

/** Sees to it that the officials of a list are on record, each once, before a household's stream names them. */
export class OfficialsFirst {
  /** Entries added, and the place of the last. */
  entries = 0;
  lastPosition = 0;
  readonly registered = { person: 0, unit: 0 };
  /** Those that were on record under another id, by name or by name and unit. */
  readonly matched = { person: 0, unit: 0 };
  /** Each with the id under which it is on record, or why it is not. */
  private readonly brought = new Map<string, Promise<string | Error>>();

  constructor(
    private readonly officials: Officials,
    private readonly known: KnownOfficials,
    private readonly context: ImportContext,
  ) {}

  /** The ids under which these are on record, or the first error that keeps one of them off it. Throws what is no answer to one of them. */
  async bring(ids: readonly string[]): Promise<ReadonlyMap<string, string> | Error> {
    this.begin(ids);
    const actual = new Map<string, string>();
    for (const id of ids) {
      const answer = (await this.brought.get(id)) ?? id;
      if (answer instanceof Error) return answer;
      actual.set(id, answer);
    }
    return actual;
  }

  /** Begins to bring those that nobody has begun to bring, in one go. */
  begin(ids: readonly string[]): void {
    const fresh = new Map(
      ids.flatMap((id) => {
        const listed = this.brought.has(id) ? undefined : this.officials.find(id);
        return listed ? [[id, listed] as const] : [];
      }),
    );
    if (fresh.size === 0) return;
    const answers = this.bringAll(fresh);
    for (const id of fresh.keys()) {
      const answer = answers.then((all) => all.get(id) ?? id);
      answer.catch(() => undefined); // the caller that awaits it is told
      this.brought.set(id, answer);
    }
  }

  private async bringAll(fresh: ReadonlyMap<string, Listed>): Promise<ReadonlyMap<string, string | Error>> {
    const there = await matched(fresh, this.known);
    for (const [id, actual] of there) if (actual !== id) this.matched[fresh.get(id)?.kind ?? 'person']++;
    const absent = [...fresh].filter(([id]) => !there.has(id));
    const answers = await this.submit(absent.map(([id, listed]) => this.requestFor(id, listed)));
    return new Map<string, string | Error>([
      ...there,
      ...absent.map(([id, { kind }], i) => [id, this.settle(id, kind, answers[i])] as const),
    ]);
  }

  private requestFor(id: string, listed: Listed): CommandRequest {
    const { who, dated, keys } = this.context;
    const { kind, name, county } = listed;
    const said = kind === 'unit' ? [name] : [name, listed.phone ?? '', listed.unit];
    const command =
      listed.kind === 'unit'
        ? TakeOverUnit.from({ name: listed.name, county })
        : TakeOverPerson.from({ name, phone: listed.phone, county });
    const [key, ...formerKeys] = keys.bodyDigests(JSON.stringify([kind, ...said]));
    return { subject: subjects[kind], id, command, envelope: { effectiveOn: dated }, who, key, formerKeys };
  }

  /** Another importer may bring the same at the same time; asked again, the desk knows it is there. */
  private async submit(requests: readonly CommandRequest[]): Promise<(Answer | undefined)[]> {
    if (requests.length === 0) return [];
    const answers = await this.context.desk.submitMany(requests);
    const again = requests.filter((_, i) => answers[i] instanceof WrongExpectedRevision);
    if (again.length === 0) return answers;
    const later = await this.context.desk.submitMany(again);
    return requests.map((one, i) => (answers[i] instanceof WrongExpectedRevision ? later[again.indexOf(one)] : answers[i]));
  }

  private settle(id: string, kind: Listed['kind'], answer: Answer | undefined): string | Error {
    if (answer instanceof Error) return answer;
    if (!answer || 'alreadyThere' in answer) return id;
    this.registered[kind]++;
    this.entries += answer.events.length;
    this.lastPosition = Math.max(this.lastPosition, answer.position);
    return id;
  }
}
