import { Alert, Button, Input, Space } from 'antd';
import { use } from 'react';
import { useAsking } from '../api/use-asking.js';
import { Failure } from '../components/failure.js';
import { RecordLinks } from '../components/record-links.js';
import { useWords } from '../i18n/words.js';
import type { Series } from './numbering.js';
import type { InputProps } from './input-props.js';
import { nextNumber, numberings, type Standing } from './numbering.js';

/** A number that the office gives, or that somebody types. */
export function NumberInput({ id, value = '', onChange, describedBy, series }: InputProps<string> & { readonly series: Series }) {
  const t = useWords();
  const numbering = use(numberings);
  const { ask, asking, failure } = useAsking();
  return (
    <>
      <Space.Compact block>
        <Input {...{ id, value }} aria-describedby={describedBy} onChange={({ target }) => onChange(target.value)} autoComplete="off" />
        {numbering && (
          <Button loading={asking} onClick={() => void ask(async (signal) => onChange(await nextNumber(series, numbering, signal)))}>
            {t('number.next')}
          </Button>
        )}
      </Space.Compact>
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}

/** Where a number stands already, each household leading to its file beside the form, which stays as it is. */
export function StandsAlready({ standing: { number, places } }: { readonly standing: Standing }) {
  const t = useWords();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t(places.length > 0 ? 'number.stands' : 'number.standsUnseen', { number })}
      description={
        places.length > 0 && (
          <RecordLinks
            records={places.map(({ id, household }) => ({ to: `/households/${id}`, called: t('number.household', { household }) }))}
          />
        )
      }
    />
  );
}
