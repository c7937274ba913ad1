import { HistoryOutlined, LinkOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import { today } from '../moment/day.js';
import type { MomentAsked } from '../moment/moment-asked.js';
import { Newer } from './newer.js';
import './as-of.css';

interface Props {
  /** The day; today where the answer is of no other. */
  readonly at?: string | undefined;
  /** The log position that the answer reflects; null where none is known, as without a connection. */
  readonly position: number | string | null;
  /** Back to now, where this is a past view. */
  readonly onNow?: (() => void) | undefined;
  /** The address that gives this view again, for ever. */
  readonly link?: string | undefined;
  /** Of what does not change any more: one entry. */
  readonly forEver?: boolean;
}

/** Of which moment a page is true: the day, the log position, and whether that is sealed. */
export function AsOf({ at = today(), position, onNow, link, forEver = false }: Props) {
  const t = useWords();
  const place = String(position).replace('@', '');
  const newer = position !== null && !onNow && !forEver;
  return (
    <div className="as-of">
      <span>
        <HistoryOutlined aria-hidden /> {t('asOf.day', { at })}
      </span>
      <span>{position === null ? t('asOf.noPosition') : t('asOf.position', { position: place })}</span>
      <span title={t('asOf.notSealedWhy')}>
        <UnlockOutlined aria-hidden /> {t('asOf.notSealed')}
      </span>
      {link !== undefined && <CopyLink link={link} />}
      {newer && <Newer than={Number(place)} />}
      {onNow && (
        <Button size="small" onClick={onNow}>
          {t('asOf.now')}
        </Button>
      )}
    </div>
  );
}

/** A moment that is asked for and has no answer, or none yet; the way back to now stands beside it. */
export function AsOfAsked({ asked: { at, known }, onNow }: { readonly asked: MomentAsked; readonly onNow: () => void }) {
  const t = useWords();
  return (
    <div className="as-of">
      <span>
        <HistoryOutlined aria-hidden /> {t('asOf.asked', { moment: [at, known].filter(Boolean).join(' · ') })}
      </span>
      <Button size="small" onClick={onNow}>
        {t('asOf.now')}
      </Button>
    </div>
  );
}

function CopyLink({ link }: { readonly link: string }) {
  const t = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={() => void copy()}>
      <span aria-live="polite">{t(copied ? 'asOf.copied' : 'asOf.copy')}</span>
    </Button>
  );
}
