import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { download } from '../api/file.js';
import { useAsking } from '../api/use-asking.js';
import { useWords } from '../i18n/words.js';
import { examiners, useMay } from '../session/may.js';
import { Failure } from './failure.js';
import { shortDigest } from './digest.js';
import './attachment-view.css';

interface Props {
  readonly of: string;
  readonly region?: string | undefined;
  readonly digest: string;
  readonly url: string;
  readonly onClose: () => void;
}

/** A photo, large. Those who examine evidence may have the original, with what the camera wrote into it. */
export function AttachmentView({ of, region, digest, url, onClose }: Props) {
  const t = useWords();
  const may = useMay();
  const { ask, asking, failure } = useAsking();
  const original = () => ask((signal) => download(`${of}/attachments/${digest}/original`, signal));
  return (
    <Modal open onCancel={onClose} footer={null} width="min(1100px, 96vw)" title={t('paper.photo', { digest: shortDigest(digest, 8) })}>
      <img className="attachment-large" src={url} alt={t('paper.photo', { digest })} />
      <p className="hint digest">{digest}</p>
      {may(examiners, region) && (
        <p>
          <Button icon={<DownloadOutlined aria-hidden />} loading={asking} onClick={() => void original()}>
            {t('paper.original')}
          </Button>{' '}
          <span className="hint">{t('paper.originalWhy')}</span>
        </p>
      )}
      {failure !== undefined && <Failure error={failure} />}
    </Modal>
  );
}
