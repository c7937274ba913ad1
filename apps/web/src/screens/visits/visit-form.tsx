import { Alert, Button } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { Refused } from '../../api/problem-details.js';
import { envelopeFields } from '../../commands/envelope.js';
import type { Act } from '../../commands/act.js';
import { useActs } from '../../commands/use-acts.js';
import { refusalsOf } from '../../commands/refusals.js';
import { Waiting } from '../../components/waiting.js';
import type { FormValues } from '../../forms/field.js';
import { FormFields } from '../../forms/form-fields.js';
import { formValuesIn } from '../../forms/form-values.js';
import { useUnsent } from '../../forms/unsent.js';
import { useWords } from '../../i18n/words.js';
import { dayTyped, today } from '../../moment/day.js';
import type { Household, OutboxStore, Visit } from './outbox/outbox-store.js';
import '../../commands/command-fields.css';

interface Props {
  readonly household: Household;
  /** A visit that was refused, to be mended. */
  readonly again?: Visit | undefined;
  readonly store: OutboxStore;
  readonly onDone: () => void;
}
const day = { effectiveOn: envelopeFields.effectiveOn };

/** Writes a visit down on the device. When it was written there stays as a claim: nobody else's clock has seen it. */
export function VisitForm(props: Props) {
  const visit = useActs().one('households', 'visit-home');
  return visit ? <FormOf {...props} visit={visit} /> : <Waiting />;
}

function FormOf({ household, again, store, onDone, visit }: Props & { readonly visit: Act }) {
  const t = useWords();
  const { fields } = visit;
  const [typed, setTyped] = useState<FormValues>((again?.command as FormValues | undefined) ?? { place: 'home' });
  const [envelope, setEnvelope] = useState<FormValues>({ effectiveOn: again?.effectiveOn ?? today() });
  const [dayless, setDayless] = useState(false);
  const said = JSON.stringify([formValuesIn(fields, typed), envelope]);
  const [before] = useState(said);
  const sent = useUnsent(said !== before);
  const refused = again?.standing.state === 'refused' ? refusalsOf(new Refused(again.standing.problem), visit, [], t) : undefined;
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    const on = dayTyped(String(envelope['effectiveOn']));
    if (on === undefined) {
      setDayless(true);
      return;
    }
    const command = formValuesIn(fields, { capturedAt: new Date().toISOString(), ...typed });
    await store.write({ household, command, effectiveOn: on }, again?.key);
    sent();
    onDone();
  };
  return (
    <form className="command" onSubmit={(event) => void keep(event)}>
      <FormFields fields={fields} typed={typed} onTyped={setTyped} refusals={refused?.byField ?? {}} />
      <FormFields
        fields={day}
        typed={envelope}
        onTyped={setEnvelope}
        refusals={dayless ? { effectiveOn: t('visits.needsDay') } : (refused?.byField ?? {})}
      />
      {refused?.whole.map((why) => (
        <Alert key={why} type="error" showIcon role="alert" title={why} />
      ))}
      <Button type="primary" htmlType="submit">
        {t('visits.keep')}
      </Button>
    </form>
  );
}
