import { Injectable } from '@nestjs/common';
import { uuidsIn } from '@lookback/log/event-log';
import type {
  Attribution,
  Authority,
  CalendarDate,
  Circumstances,
  Digest,
  History,
  Holder,
  Read,
  Recorder,
  RegionCode,
  Standing,
  StreamName,
} from '@lookback/kernel';
import { refuse, refuseIf } from './desk.rules.js';
import { needStandard } from './need-standard.js';
import { Clock, Evidence, Posts, StandardsInForce } from './ports.js';
import { mustHold, type SignedIn } from './signed-in.js';
import type { Asked } from './submission.js';
import { lineOf, streamOf, SubjectAbsent } from './subject.js';

const newId = uuidsIn('2f0c7f6e-54a9-4d0e-9a53-0d9c1d0a6f11');

/** Who may ask this, and what a decision has to know besides the history. */
@Injectable()
export class AttributionOf {
  constructor(
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly standards: StandardsInForce,
    private readonly evidence: Evidence,
  ) {}

  async of(asked: Asked, history: History): Promise<Circumstances> {
    const { subject, id, command, envelope, who, key } = asked;
    const line = lineOf(subject, command);
    if (history.revision === 0 && !line.opens) throw new SubjectAbsent(subject.name, id);
    const region = subject.regionOf(history.folded(subject).state, line.opens ? command : undefined);
    if (!('process' in who)) mustHold(who, line.may, region);
    const today = this.clock.today();
    refuseIf(envelope.effectiveOn > today, 'desk.not-yet', { effectiveOn: envelope.effectiveOn, today });
    const stream = streamOf(subject, id);
    const { standing, reads } = await this.standing(line, region, envelope.effectiveOn);
    await this.mustBeUploaded(stream, envelope.evidence ?? []);
    const people = line.fromList || 'process' in who ? process(who) : await this.people(asked, who, today);
    return {
      ...said(asked, line.fromList),
      ...people,
      reads: [...reads, ...people.reads],
      today,
      standards: standing,
      subject: stream,
      newId: (name) => newId(`${stream}/${key}/${name}`),
    };
  }

  private async mustBeUploaded(stream: StreamName, digests: readonly Digest[]): Promise<void> {
    const missing = digests.length > 0 ? await this.evidence.missing(stream, digests) : [];
    refuseIf(missing.length > 0, 'desk.evidence-missing', { digests: missing });
  }

  private async people({ subject, envelope }: Asked, who: SignedIn, today: CalendarDate): Promise<People> {
    const acted = subject.actsInPost ? (envelope.actedBy ?? who.person ?? refuse('desk.account-without-person')) : null;
    const [recorder, held] = await Promise.all([
      who.person && this.posts.held(who.person, today),
      acted && this.posts.held(acted, envelope.effectiveOn),
    ]);
    const recordedBy = { account: who.account, ...recorder?.holder };
    if (!subject.actsInPost) return { recordedBy, reads: [] };
    if (!held) return refuse('desk.no-post-then', { on: envelope.effectiveOn });
    return { recordedBy, actedBy: held.holder, reads: [held.read] };
  }

  private async standing({ standards, consults }: Needs, region = 'CN' as RegionCode, on: CalendarDate) {
    const asked = [
      ...standards.map((name) => this.named(name, needStandard(this.standards, name, region, on))),
      ...consults.map((name) => this.named(name, this.standards.inForce(name, region, on))),
    ];
    const found = (await Promise.all(asked)).filter((one) => one !== null);
    return {
      standing: Object.fromEntries(found.map(({ name, value }) => [name, value])) as Standing,
      reads: apart(found.flatMap((one) => one.reads)),
    };
  }

  private async named(name: string, asking: ReturnType<StandardsInForce['inForce']>) {
    const found = await asking;
    return found && { name, ...found };
  }
}

type Needs = Pick<ReturnType<typeof lineOf>, 'standards' | 'consults'>;

interface People {
  readonly recordedBy: Recorder;
  readonly actedBy?: Holder;
  readonly reads: readonly Read[];
}

/** A process acts by itself; a takeover is nobody's act, whoever imports the list. */
const process = (who: Asked['who']): People => ({
  recordedBy: 'process' in who ? { process: who.process } : { account: who.account },
  reads: [],
});

const said = (
  { envelope }: Asked,
  fromList: boolean,
): Pick<Attribution, 'effectiveOn' | 'mode' | 'authority' | 'evidence' | 'breaches'> => ({
  effectiveOn: envelope.effectiveOn,
  mode: fromList ? 'takeover' : 'act',
  ...(envelope.authority && { authority: cited(envelope.authority) }),
  evidence: envelope.evidence ?? [],
  breaches: [],
});

/** What a client left empty on purpose is left out. */
const cited = ({ kind, number, date, onBehalfOf }: Authority): Authority => ({
  ...{ kind, number },
  ...(date && { date }),
  ...(onBehalfOf && { onBehalfOf }),
});

const apart = (reads: readonly Read[]) => [...new Map(reads.map((read) => [read.stream, read])).values()];
