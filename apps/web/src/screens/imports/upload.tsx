import { Button, Input, Radio } from 'antd';
import { type SubmitEvent, useState } from 'react';
import { exchange } from '../../api/file.js';
import { useAsking } from '../../api/use-asking.js';
import { Failure } from '../../frame/failure.js';
import { Labelled } from '../../frame/labelled.js';
import { today } from '../../moment/day.js';
import { useWords } from '../../words/words.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const lists = ['roster', 'pairing', 'ledger'] as const;

interface Parts {
  readonly busy: boolean;
  readonly onBegun: () => void;
}

/** Which list, of which date, and whether it is only looked through. */
export function Upload({ busy, onBegun }: Parts) {
  const t = useWords();
  const [list, setList] = useState<(typeof lists)[number]>('roster');
  const [dated, setDated] = useState(today());
  const [file, setFile] = useState<File>();
  const { ask, asking, failure } = useAsking();
  const begin = (dryRun: boolean) =>
    ask(async () => {
      if (!file) return;
      const body = new Blob([file], { type: xlsx });
      await exchange(`/imports/${list}?dated=${dated}${dryRun ? '&dryRun=true' : ''}`, { method: 'POST', body });
      onBegun();
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void begin(true);
  };
  return (
    <form className="upload" onSubmit={submit}>
      <Labelled label={t('imports.list')}>
        {(id) => (
          <Radio.Group
            id={id}
            aria-labelledby={`${id}-label`}
            value={list}
            onChange={({ target }) => setList(target.value as (typeof lists)[number])}
            options={lists.map((one) => ({ value: one, label: t(`imports.${one}`) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('imports.dated')} hint={t('imports.datedHint')}>
        {(id) => <Input id={id} type="date" value={dated} onChange={(event) => setDated(event.target.value)} required />}
      </Labelled>
      <Labelled label={t('imports.file')}>
        {(id) => <input id={id} type="file" accept=".xlsx" onChange={(event) => setFile(event.target.files?.[0])} required />}
      </Labelled>
      {failure !== undefined && <Failure error={failure} />}
      <div className="acts">
        <Button htmlType="submit" disabled={!file || busy} loading={asking}>
          {t('imports.dryRun')}
        </Button>
        <Button type="primary" disabled={!file || busy} loading={asking} onClick={() => void begin(false)}>
          {t('imports.takeOver')}
        </Button>
      </div>
    </form>
  );
}
