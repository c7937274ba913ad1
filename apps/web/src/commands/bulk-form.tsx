import { Button } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { Refused } from '../api/problem-details.js';
import { saidOf } from '../components/failure.js';
import { Progress } from '../components/progress.js';
import { Tag } from '../components/tag.js';
import { evidenceTypes } from '../forms/attach.js';
import { Choices } from '../forms/choices.js';
import { Labelled } from '../forms/labelled.js';
import { useUnsent } from '../forms/unsent.js';
import { useWords } from '../i18n/words.js';
import { today } from '../moment/day.js';
import { filesOf, type Target } from './bulk.js';
import { CommandFields, type FormState, saysTheSame } from './command-fields.js';
import type { Act } from './act.js';
import { unaskedOf } from './envelope.js';
import { type Refusals, refusalsIn, refusalsOf } from './refusals.js';
import { type Outcome, useBulk } from './use-bulk.js';
import { useActForm } from './use-act-form.js';
import './bulk-form.css';

interface Props {
  readonly act: Act;
  readonly targets: readonly Target[];
  /** Once nothing is left. */
  readonly onDone: () => void;
}

/** The form of a command that is asked of several: said once, with evidence for each, and what was refused beside whom it was refused of. */
export function BulkForm({ act, targets, onDone }: Props) {
  const t = useWords();
  const [said, setSaid] = useState<FormState>({ command: {}, envelope: { effectiveOn: today() } });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [before] = useState(said);
  const sent = useUnsent(files.length > 0 || !saysTheSame(act, said, before));
  const { outcomes, sending, askAll, stop } = useBulk(act, targets, () => {
    sent();
    onDone();
  });
  const [first] = targets;
  const { choices } = useActForm(act, first?.of ?? '', said, first?.fixed);
  const fixed = Object.keys(first?.fixed ?? {});
  const refused = [...outcomes.values()].find((outcome) => outcome instanceof Refused);
  const done = targets.filter((target) => outcomes.get(target) === 'done').length;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void askAll(said, files);
  };
  return (
    <form className="command" onSubmit={send} noValidate>
      <Choices value={choices}>
        <CommandFields
          {...{ act, said }}
          of={first?.of ?? ''}
          hidden={[...fixed, ...unaskedOf(act), 'evidence']}
          onSaid={setSaid}
          refusals={refusalsIn(refused, act, fixed, t).byField}
        />
      </Choices>
      <Labelled label={t('bulk.files')} hint={t('bulk.filesHint', { number: first?.name ?? '' })}>
        {(id, describedBy) => (
          <input
            {...{ id, type: 'file', multiple: true, accept: evidenceTypes, 'aria-describedby': describedBy }}
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
        )}
      </Labelled>
      <ul className="outcomes">
        {targets.map((target) => (
          <Line
            key={`${target.of} ${target.name}`}
            {...{ target, act }}
            outcome={outcomes.get(target)}
            files={filesOf(target, targets, files)}
          />
        ))}
      </ul>
      {outcomes.size > 0 && <Progress label={t('bulk.done', { done, all: targets.length })} done={done} all={targets.length} />}
      {sending && <Button onClick={stop}>{t('frame.stop')}</Button>}
      <Button type="primary" htmlType="submit" loading={sending}>
        {outcomes.size > 0 ? t('bulk.again', { left: targets.length - done }) : t('bulk.send')}
      </Button>
    </form>
  );
}

interface LineProps {
  readonly target: Target;
  readonly act: Act;
  readonly outcome: Outcome | undefined;
  readonly files: readonly File[];
}

/** One of them: its files, and what became of it. */
function Line({ target: { name, fixed }, act, outcome, files }: LineProps) {
  const t = useWords();
  return (
    <li>
      {files.length > 0 ? t('bulk.filesOf', { number: name, names: files.map((file) => file.name).join('、') }) : name}{' '}
      {outcome === 'done' && <Tag tone="good">{t('bulk.recorded')}</Tag>}
      {outcome instanceof Error && (
        <span className="refusal" role="alert">
          {outcome instanceof Refused ? whyNot(refusalsOf(outcome, act, Object.keys(fixed), t)) : saidOf(outcome, t)}
        </span>
      )}
    </li>
  );
}

/** All reasons: which field caused one, the form shows above. */
const whyNot = ({ byField, whole }: Refusals): string => [...whole, ...Object.values(byField)].join(' ');
