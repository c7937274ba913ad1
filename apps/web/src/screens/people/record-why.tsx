import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Why } from '../../components/why.js';
import { WhyButton } from '../../components/why-button.js';
import { positionIn } from '../../moment/position.js';
import { officeReaders, useMay } from '../../session/may.js';

interface Props {
  /** What is asked about, in words. */
  readonly of: string;
  readonly kind: 'person' | 'unit';
  readonly subject: string;
  readonly asOf: Shapes['AsOfShown'];
}

/** Why a record says so: what the office recorded of that person or unit itself. It is shown to those who may read the office's entries. */
export function RecordWhy({ of, kind, subject, asOf: { at, known } }: Props) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const query = { kind, subject, effectiveTo: at, upTo: positionIn(known), limit: 200 } as const;
  const entries = useQuery({
    queryKey: ['record entries', query],
    queryFn: ({ signal }) => answer(api.GET('/entries', { signal, params: { query } })),
    enabled: open,
  });
  if (!may(officeReaders)) return null;
  return (
    <>
      <WhyButton of={of} onClick={() => setOpen(true)} />
      <Why
        of={open ? of : null}
        entries={entries.data?.entries.toReversed() ?? []}
        waiting={entries.isLoading}
        failure={entries.error}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
