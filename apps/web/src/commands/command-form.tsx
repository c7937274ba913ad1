import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type SubmitEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ConnectionLost, Refused } from '../api/problem-details.js';
import { Failure } from '../components/failure.js';
import { Choices } from '../forms/choices.js';
import type { FormValues } from '../forms/field.js';
import { formValuesIn } from '../forms/form-values.js';
import { numberings, type Standing, standingAlready } from '../forms/numbering.js';
import { useUnsent } from '../forms/unsent.js';
import { useWords } from '../i18n/words.js';
import { today } from '../moment/day.js';
import { CommandFields, type FormState, saysTheSame } from './command-fields.js';
import { ConflictNotice } from './conflict-notice.js';
import type { Act } from './act.js';
import { envelopeIn, unaskedOf } from './envelope.js';
import { Follows } from './follows.js';
import { LateReport, useLateReport } from './late-report.js';
import { type Likely, likelyOnRecord, LikelyShown } from './likely.js';
import { type Refusals, refusalsIn } from './refusals.js';
import { type Envelope, type Receipt, submit } from './submit.js';
import { useActForm } from './use-act-form.js';

export interface Asking {
  readonly act: Act;
  /** Of whom it is asked, such as `/households/…`. */
  readonly of: string;
  /** Whom or what it concerns, in words. */
  readonly subject?: string;
  /** What is said already, and not asked again. */
  readonly fixed?: FormValues;
  /** What stands in the form to begin with, and can be changed. */
  readonly begin?: FormValues;
  /** What is on record, where the form changes that: each field shows what it said. */
  readonly before?: FormValues;
  /** From which day, where that is not today. */
  readonly on?: string;
  /** Where whom it concerns belongs: the numbers that it gives are of that county. */
  readonly region?: string;
  /** The revision of the history that stands on the page. */
  readonly revision?: number | undefined;
}

/** What was recorded, and whether it waits as a late report. */
export type Done = (receipt: Receipt, isReport: boolean) => void;

/**
 * The form of a command with its envelope. Refusals stand beside the field that caused them; a lost connection and a history that
 * has moved are explained, and nothing typed is lost: it is sent again under the same key.
 */
export function CommandForm({
  act,
  of,
  fixed = {},
  begin = {},
  before,
  on = typeof act.day === 'object' ? '' : today(),
  region,
  revision,
  onDone,
}: Asking & { readonly onDone: Done }) {
  const t = useWords();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [key] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<FormState>({ command: begin, envelope: { effectiveOn: on } });
  const [first] = useState(said);
  const sent = useUnsent(!saysTheSame(act, said, first));
  const [failure, setFailure] = useState<unknown>();
  const [sending, setSending] = useState(false);
  /** The revision on which it is sent: another one once the reader has been told that somebody was first. */
  const [seen, setSeen] = useState(revision);
  const hidden = [...Object.keys(fixed), ...unaskedOf(act), ...(isOnRecord(of) ? [] : ['evidence'])];
  const refusals = refusalsIn(failure, act, hidden, t);
  /** Who was found on record already, and for what was said then. */
  const [likely, setLikely] = useState<{ readonly command: string; readonly found: readonly Likely[] }>();
  const [standing, setStanding] = useState<Standing>();
  const begun = useActForm(act, of, said, fixed);
  const shownSaid = { ...said, command: { ...begun.prefill, ...said.command } };
  const command = { ...formValuesIn(act.fields, shownSaid.command), ...fixed };
  const alike = likely?.command === JSON.stringify(command) ? likely.found : [];
  const stands = standing && command[standing.field] === standing.number ? standing : undefined;
  const numbering = useMemo(() => (region === undefined ? undefined : { region, key }), [region, key]);
  const envelope = envelopeIn(act, of, said.envelope) as unknown as Envelope;
  const late = useLateReport(isOnRecord(of), region);
  const to = `${of}/${act.path}`;
  const anyway = stands ? 'number.anyway' : alike.length > 0 ? 'likely.anyway' : undefined;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('.refused input, .refused textarea')?.focus();
  }, [failure]);

  const send = async (isReport: boolean) => {
    setSending(true);
    setFailure(undefined);
    const asked = { to, command, envelope: isReport ? { ...envelope, mode: 'report' as const } : envelope, key };
    try {
      if (isReport && !(await late.isTold(asked))) return;
      if (act.likely && likely?.command !== JSON.stringify(command)) {
        const found = await likelyOnRecord(act.likely, command);
        setLikely({ command: JSON.stringify(command), found });
        if (found.length > 0) return;
      }
      if (region !== undefined && !stands) {
        const found = await standingAlready(act.fields, command, region);
        setStanding(found);
        if (found) return;
      }
      const receipt = await submit({ ...asked, revision: seen });
      sent();
      onDone(receipt, isReport);
      void queries.invalidateQueries();
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 412) setSeen(error.problem.revision);
      setFailure(error);
      if (!isReport) await late.look(asked, error);
    } finally {
      setSending(false);
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(false);
  };
  return (
    <form ref={form} className="command" onSubmit={onSubmit} noValidate>
      {failure === undefined && <Foreseen refusals={begun.foreseen} />}
      <numberings.Provider value={numbering}>
        <Choices value={begun.choices}>
          <CommandFields {...{ act, of, hidden, before }} said={shownSaid} standing={stands} onSaid={setSaid} refusals={refusals.byField} />
        </Choices>
      </numberings.Provider>
      {act.tellsWhatFollows && <Follows {...{ to, envelope }} command={{ ...act.tellsWhatFollows, ...command }} />}
      {alike.length > 0 && <LikelyShown found={alike} />}
      {failure !== undefined && <WhyNot failure={failure} whole={refusals.whole} of={of} before={revision} />}
      {late.offer && <LateReport offer={late.offer} sending={sending} onSend={() => void send(true)} />}
      <Button type="primary" htmlType="submit" loading={sending}>
        {t(failure instanceof ConnectionLost ? 'command.sendAgain' : (anyway ?? 'command.send'))}
      </Button>
    </form>
  );
}

/** Why it would be refused as it stands, told before anybody types. */
function Foreseen({ refusals }: { readonly refusals: ReturnType<typeof useActForm>['foreseen'] }) {
  const t = useWords();
  if (refusals.length === 0) return null;
  const why = refusals.map((one) => t.both(one)).join(' ');
  return <Alert type="warning" showIcon role="status" title={t('command.foreseen')} description={why} />;
}

interface WhyNotProps {
  readonly failure: unknown;
  readonly whole: Refusals['whole'];
  readonly of: string;
  readonly before: number | undefined;
}

/** What no field caused: somebody was first, the connection was lost, or a rule refused the whole. That the session is over, the shell says. */
function WhyNot({ failure, whole, of, before = 0 }: WhyNotProps) {
  const t = useWords();
  if (!(failure instanceof Refused))
    return <Alert type="warning" showIcon role="alert" title={t(failure instanceof ConnectionLost ? 'command.lost' : 'failure.broken')} />;
  if (failure.problem.status === 401) return null;
  if (failure.problem.status === 412) return <ConflictNotice of={of} from={before} to={failure.problem.revision ?? before} />;
  if (failure.problem.status === 422) return <Alert type="warning" showIcon role="alert" title={t('command.reachedBefore')} />;
  if (failure.problem.status !== 400 && failure.rule === undefined) return <Failure error={failure} />;
  return whole.map((said) => <Alert key={said} type="error" showIcon role="alert" title={said} />);
}

/** Whether it is asked of one that is there already: what it rests on is uploaded to that. */
const isOnRecord = (of: string): boolean => /^\/[^/]+\/[^/]+$/.test(of);
