import type { ProblemListed } from '@lookback/case/rectification';
import type { CalendarDate, RegionCode } from '@lookback/kernel';
import type { StandardsInForce } from '@lookback/office/desk';
import type { ProblemClasses, ProblemSources } from '@lookback/office/standards';

type Coded = ReadonlyMap<string, string>;
interface Lists {
  readonly classes: Coded;
  readonly sources: Coded;
}

/** What the codes of a ledger are called in its county, each list asked for once. A code that is on no list any more stands for itself. */
export class LedgerWords {
  private readonly loaded = new Map<RegionCode, Promise<Lists>>();

  constructor(
    private readonly standards: StandardsInForce,
    private readonly on: CalendarDate,
  ) {}

  async find({ county, class: kind, source }: ProblemListed): Promise<{ readonly class: string; readonly source: string }> {
    let lists = this.loaded.get(county);
    if (!lists) this.loaded.set(county, (lists = this.ask(county)));
    const { classes, sources } = await lists;
    return { class: classes.get(kind) ?? kind, source: sources.get(source) ?? source };
  }

  private async ask(county: RegionCode): Promise<Lists> {
    const inForce = async (name: string) => (await this.standards.inForce(name, county, this.on))?.value ?? {};
    const { classes = [] } = (await inForce('problem-classes')) as Partial<ProblemClasses>;
    const { sources = [] } = (await inForce('problem-sources')) as Partial<ProblemSources>;
    return { classes: coded(classes), sources: coded(sources) };
  }
}

const coded = (list: readonly { readonly code: string; readonly zh: string }[]): Coded => new Map(list.map(({ code, zh }) => [code, zh]));
