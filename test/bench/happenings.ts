/** What the contenders record: some 350 bytes of what was said, of five types. */
export interface Happening {
  readonly type: string;
  readonly data: {
    readonly caseId: string;
    readonly phase: string;
    readonly amountFen: number;
    readonly decidedOn: string;
    readonly channel: string;
    readonly urgent: boolean;
    readonly note: string;
  };
}

const phases = ['identified', 'assisted', 'checked', 'exited', 'watched'];
export const types = ['CaseOpened', 'IntakeRecorded', 'PlanAgreed', 'SupportGranted', 'ContactLogged'];
const note = '入户走访时与户主核对了家庭收入、住房、饮水和就学情况；户主表示"补充材料"将在两周内交到村委会，由驻村工作队转交乡镇存档备查。';

export const padded = (n: number, width: number) => String(n).padStart(width, '0');

const made = (s: number, n: number): Happening => ({
  type: n === 0 ? 'CaseOpened' : (types[1 + ((s + n) % 4)] ?? ''),
  data: {
    caseId: `case-${padded(s, 8)}`,
    phase: phases[(s + n) % 5] ?? '',
    amountFen: (s * 137 + n) % 250_000,
    decidedOn: `2020-0${String(1 + (s % 9))}-1${String(n % 10)}`,
    channel: 'village',
    urgent: s % 17 === 0,
    note: `${note.slice(0, 60 - (n % 13))} ${padded(s * 100 + n, 9)}`,
  },
});

const saidOf = (s: number) => ({
  actor: `user-${padded(s % 997, 4)}`,
  unit: `unit-${padded(s % 31, 2)}`,
  correlationId: `0190f3c2-7b1e-7${padded(s % 1000, 3)}-8abc-${padded(s, 12)}`,
});

/** Of as many cases as there are clients at most, all is made before anybody is timed: whoever records is measured, not who makes it up. */
const [cases, each] = [64, 100];
const ready = Array.from({ length: cases }, (_, s) => ({
  happenings: Array.from({ length: each }, (__, n) => made(s, n)),
  metadata: saidOf(s),
}));

/** The n-th happening of the s-th case. */
export const happening = (s: number, n: number): Happening => ready[s]?.happenings[n] ?? made(s, n);

/** Who recorded it, for a contender that has no envelope of its own. */
export const metadata = (s: number) => ready[s]?.metadata ?? saidOf(s);

/** What a fold of the whole log makes of each case. */
export interface Folded {
  happenings: number;
  amountFen: number;
  phase: string;
  urgent: number;
}

export function foldInto(cases: Map<string, Folded>, stream: string, { amountFen, phase, urgent }: Happening['data']): void {
  const folded = cases.get(stream) ?? { happenings: 0, amountFen: 0, phase: '', urgent: 0 };
  cases.set(stream, folded);
  folded.happenings++;
  folded.amountFen += amountFen;
  folded.phase = phase;
  if (urgent) folded.urgent++;
}
