import { getRouteApi } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { type SubmitEvent, useState } from 'react';
import type { Shapes } from '../../api/ask.js';
import { exchange } from '../../api/file.js';
import { useAsking } from '../../api/use-asking.js';
import { refusalsIn } from '../../commands/refusals.js';
import { DayInput } from '../../forms/day-input.js';
import type { Fields } from '../../forms/field.js';
import { FileInput } from '../../forms/file-input.js';
import { Labelled } from '../../forms/labelled.js';
import { ownField } from '../../forms/own-field.js';
import { RefusedWhole } from '../../forms/refused-whole.js';
import { useUnsent } from '../../forms/unsent.js';
import { useWords } from '../../i18n/words.js';
import { today } from '../../moment/day.js';
import './upload.css';

const route = getRouteApi('/imports');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const lists = ['roster', 'pairing', 'ledger'] as const;
const fields: Fields = { dated: ownField('day', 'imports.dated'), file: ownField('text', 'imports.file') };

interface Props {
  /** One's own takeovers: what became of the one that was begun here stands beside its file. */
  readonly jobs: readonly Shapes['ImportShown'][];
  readonly onBegun: () => void;
}

/** Which list, of which date, and whether it is only looked through. */
export function Upload({ jobs, onBegun }: Props) {
  const t = useWords();
  const { list: asked } = route.useSearch();
  const list = lists.find((one) => one === asked) ?? 'roster';
  const navigate = route.useNavigate();
  const [dated, setDated] = useState(today());
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [begun, setBegun] = useState<string>();
  const { ask, asking, failure } = useAsking();
  useUnsent(file !== undefined && begun === undefined);
  const busy = jobs.some(({ state }) => state === 'running');
  const begin = (dryRun: boolean) => {
    setMissing(!file);
    setBegun(undefined);
    if (file)
      void ask((signal) =>
        send(file, signal, `/imports/${list}?dated=${encodeURIComponent(dated)}&language=${t.language}${dryRun ? '&dryRun=true' : ''}`)
          .then(setBegun)
          .then(onBegun),
      );
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setMissing(false);
    setBegun(undefined);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    begin(true);
  };
  const { byField, whole } = refusalsIn(failure, { fields }, [], t);
  const problem = jobs.find(({ id }) => id === begun)?.problem as { readonly title: string; readonly titleZh: string } | null | undefined;
  const unread = problem && t.both({ en: problem.title, zh: problem.titleZh });
  return (
    <form className="upload" onSubmit={submit} noValidate>
      <Labelled label={t('imports.list')}>
        {(id) => (
          <Radio.Group
            id={id}
            aria-labelledby={`${id}-label`}
            value={list}
            onChange={({ target }) => void navigate({ search: { list: target.value as string }, replace: true })}
            options={lists.map((one) => ({ value: one, label: t(`imports.${one}`) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('imports.dated')} hint={t('imports.datedHint')} refusal={byField['dated']} required>
        {(id, describedBy) => <DayInput {...{ id, describedBy }} value={dated} onChange={(day = '') => setDated(day)} />}
      </Labelled>
      <Labelled label={t('imports.file')} refusal={missing ? t('imports.noFile') : (unread ?? undefined)} required>
        {(id, describedBy) => (
          <FileInput
            {...{ id, describedBy }}
            accept=".xlsx"
            chosen={file?.name ?? null}
            onChange={({ target }) => choose(target.files?.[0])}
          />
        )}
      </Labelled>
      <RefusedWhole failure={failure} whole={whole} />
      <div className="acts">
        <Button htmlType="submit" disabled={busy} loading={asking}>
          {t('imports.dryRun')}
        </Button>
        <Button type="primary" disabled={busy} loading={asking} onClick={() => begin(false)}>
          {t('imports.takeOver')}
        </Button>
      </div>
    </form>
  );
}

/** Hands a list over, and says under which id it is being read. */
async function send(file: File, signal: AbortSignal, to: string): Promise<string> {
  const response = await exchange(to, { method: 'POST', body: new Blob([file], { type: xlsx }), signal });
  return ((await response.json()) as { readonly id: string }).id;
}
