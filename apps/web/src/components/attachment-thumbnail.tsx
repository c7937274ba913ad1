import { FilePdfOutlined } from '@ant-design/icons';
import { lazy, Suspense, useRef, useState } from 'react';
import { save } from '../api/file.js';
import { Refused } from '../api/problem-details.js';
import { useWords, type Words } from '../i18n/words.js';
import { saidOf } from './failure.js';
import { shortDigest } from './digest.js';
import { useAttachment } from './use-attachment.js';
import { useInSight } from './use-in-sight.js';
import './attachment-thumbnail.css';

const AttachmentView = lazy(() => import('./attachment-view.js').then(({ AttachmentView }) => ({ default: AttachmentView })));

interface Props {
  readonly of: string;
  readonly region?: string | undefined;
  readonly digest: string;
}

/** One photo or paper, fetched once it comes into sight. A photo opens large, a PDF is handed over; what cannot be shown says why. */
export function AttachmentThumbnail({ of, region, digest }: Props) {
  const t = useWords();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const { url, kind, error } = useAttachment(of, digest, useInSight(place));
  const short = { digest: shortDigest(digest, 8) };
  if (broken || error) return <span className="attachment none">{broken ? t('paper.broken') : whyNot(error, t)}</span>;
  if (url === undefined) return <span ref={place} className="attachment none" aria-busy={false} />;
  if (kind === 'application/pdf')
    return (
      <button
        type="button"
        className="attachment"
        onClick={() => save(url, `${shortDigest(digest, 16)}.pdf`)}
        title={t('paper.download', short)}
      >
        <FilePdfOutlined aria-hidden /> <span>{t('paper.document', short)}</span>
      </button>
    );
  return (
    <>
      <button type="button" className="attachment" onClick={() => setOpen(true)} aria-label={t('paper.open', short)}>
        <img src={url} alt={t('paper.photo', short)} onError={() => setBroken(true)} />
      </button>
      {open && (
        <Suspense>
          <AttachmentView {...{ of, region, digest, url }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Its key is destroyed, it was never kept or is swept; else why, as the server says: its bytes are not those that the digest names. */
function whyNot(error: unknown, t: Words): string {
  const status = error instanceof Refused ? error.problem.status : 0;
  return status === 410 ? t('paper.erased') : status === 404 ? t('paper.absent') : saidOf(error, t);
}
