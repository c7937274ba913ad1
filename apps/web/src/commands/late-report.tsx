import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type ProblemDetails, Refused } from '../api/problem-details.js';
import { useWords } from '../i18n/words.js';
import { useMay } from '../session/may.js';
import type { Submitted } from './submit.js';
import { whatFollows, type WhatFollows } from './what-follows.js';

/** What a late report of what is typed would break, and why it cannot be sent yet. */
interface Offer {
  readonly breaks: WhatFollows['breaches'];
  readonly needs: ProblemDetails | null;
}

/** Undefined where it is refused as a report too, so that none is offered. */
async function offerOf(asked: Submitted): Promise<Offer | undefined> {
  try {
    const { breaches } = await whatFollows({ ...asked, envelope: { ...asked.envelope, mode: 'report' } });
    return { breaks: breaches, needs: null };
  } catch (error) {
    return error instanceof Refused && error.rule === 'four-eyes.document-needed' ? { breaks: [], needs: error.problem } : undefined;
  }
}

/** What a rule refuses as an act, offered as a late report to those who may make one of one that is on record. */
export function useLateReport(isOnRecord: boolean, region: string | undefined) {
  const may = useMay();
  const [offer, setOffer] = useState<Offer>();
  return {
    offer,
    /** After an act has failed: looks whether a report may be made of it. */
    look: async (asked: Submitted, why: unknown): Promise<void> => {
      const isRefused = why instanceof Refused && why.problem.status === 409 && isOnRecord && may(['report-late'], region);
      setOffer(isRefused ? await offerOf(asked) : undefined);
    },
    /** Whether it breaks no other rules than those that the reader has been told; else it tells them. */
    isTold: async (asked: Submitted): Promise<boolean> => {
      const now = await offerOf(asked);
      if (!now || now.needs) return true; // the server says why not
      setOffer(now);
      return JSON.stringify(now.breaks) === JSON.stringify(offer?.breaks);
    },
  };
}

interface Props {
  readonly offer: Offer;
  readonly sending: boolean;
  readonly onSend: () => void;
}

/** What a late report is, which rules it breaks, and the button that sends it. */
export function LateReport({ offer: { breaks, needs }, sending, onSend }: Props) {
  const t = useWords();
  const why = (
    <>
      <p>{t('late.counts')}</p>
      {needs && <p>{t.both({ en: needs.title, zh: needs.titleZh })}</p>}
      {breaks.length > 0 && <p>{t('late.breaks')}</p>}
      {breaks.length > 0 && (
        <ul>
          {breaks.map((rule) => (
            <li key={`${rule.rule} ${rule.en}`}>{t.both(rule)}</li>
          ))}
        </ul>
      )}
      <Button onClick={onSend} loading={sending}>
        {t('late.send')}
      </Button>
    </>
  );
  return <Alert type="info" showIcon role="status" title={t('late.title')} description={why} />;
}
