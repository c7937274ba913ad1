import {
  type Gated,
  noRuns,
  procedureSlice,
  type Run,
  type Runs,
  runLimitsModel,
  runsOf,
  type StepReminderEvent,
  stepReminderRoutes,
  stepReminders,
  withOpened,
  withPassed,
  withReminded,
  openedBy,
  passedBy,
} from '@lookback/case/procedure';
import { type Chapter, type Decision, event, type EventIn, Inapplicable, type PersonId, type RegionCode, says, slice } from '@lookback/kernel'; // prettier-ignore
import { anySubject, byRegion, IsId, IsRegionCode, mount, part, route, routes, type Subject } from '@lookback/office/desk';
import { IsString } from 'class-validator';

/* A kind of subject that the product does not have: a hamlet that leaves poverty, gate by gate, in `hamlet-<id>`. */

export class ProposeHamlet {
  @IsRegionCode() village: RegionCode;
  /** Who has to see it through. */
  @IsId() keeper: PersonId;
}
export class AppraiseHamlet {
  @IsString() run: Run;
}

const gate = { procedure: 'gates', key: 'run' } as const;
const events = {
  hamletProposed: event('HamletProposed', gate, says<Gated & { village: RegionCode; keeper: PersonId }>()),
  hamletAppraised: event('HamletAppraised', gate, says<Gated>()),
};
type HamletEvent = EventIn<typeof events> | StepReminderEvent;

interface Hamlet {
  readonly village: RegionCode;
  readonly keeper: PersonId;
  readonly runs: Runs;
}
type State = Hamlet | null;

const moved = (hamlet: State, runs: Runs | Inapplicable): State | Inapplicable =>
  runs instanceof Inapplicable ? runs : hamlet && { ...hamlet, runs };

const chapter: Chapter<State, HamletEvent> = {
  initial: null,
  evolve: {
    HamletProposed: (_, { village, keeper, ...gated }, by) =>
      moved({ village, keeper, runs: noRuns }, withOpened(noRuns, { ...gated, gate: 'proposal' }, by)),
    HamletAppraised: (hamlet, gated, by) => moved(hamlet, withPassed(hamlet?.runs ?? noRuns, { ...gated, gate: 'appraisal' }, by)),
    StepReminderSent: (hamlet, sent) => moved(hamlet, withReminded(hamlet?.runs ?? noRuns, sent)),
  },
};

const propose: Decision<ProposeHamlet, State, HamletEvent> = (_, { village, keeper }, asked) => [
  events.hamletProposed({ ...openedBy(noRuns, { of: 'exit', gate: 'proposal' }, asked), village, keeper }),
];
const appraise: Decision<AppraiseHamlet, State, HamletEvent> = (hamlet, { run }, asked) => [
  events.hamletAppraised(passedBy(hamlet?.runs ?? noRuns, { run, gate: 'appraisal' }, asked)),
];

const may = ['record'] as const;
const hamlet: Subject<State, HamletEvent> = {
  ...chapter,
  name: 'hamlet',
  plural: 'hamlets',
  actsInPost: false,
  amendable: null,
  visible: byRegion(),
  title: () => null,
  file: [],
  regionsOf: (state, opening) => (opening instanceof ProposeHamlet ? [opening.village] : state ? [state.village] : []),
  routes: [
    ...routes<State, HamletEvent>(
      route('propose-hamlet', ProposeHamlet, propose, { may, opens: true, standards: ['gates'], called: { en: 'Proposes', zh: '提名' } }),
      route('appraise-hamlet', AppraiseHamlet, appraise, {
        may,
        standards: ['gates'],
        frozen: ['gates'],
        called: { en: 'Appraises', zh: '评议' },
      }),
    ),
    ...mount(stepReminderRoutes, (state: State) => ({
      runs: state?.runs ?? noRuns,
      concerned: () => (state ? [state.keeper] : []),
    })),
  ],
};

const titles = { HamletProposed: { en: 'hamlet proposed', zh: '提名' }, HamletAppraised: { en: 'hamlet appraised', zh: '评议' } };
const sentences = { HamletProposed: () => titles.HamletProposed, HamletAppraised: () => titles.HamletAppraised };

/** Its line in a list of parts. */
export const hamletPart = part({
  subject: hamlet,
  called: { en: 'hamlet', zh: '自然村' },
  slices: [slice({ events, titles, sentences }), procedureSlice],
  models: () => [
    runLimitsModel(
      runsOf({ subject: hamlet, runs: (state) => state?.runs ?? noRuns, county: (state) => (state?.village.slice(0, 6) ?? null) as RegionCode | null }), // prettier-ignore
    ),
  ],
  reminders: [stepReminders(anySubject(hamlet))],
});
