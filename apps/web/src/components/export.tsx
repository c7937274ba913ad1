import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../api/file.js';
import { useAsking } from '../api/use-asking.js';
import { useWords } from '../i18n/words.js';
import { Failure } from './failure.js';

interface Props {
  /** Where the file is, with the filter that is shown. */
  readonly from: string;
  readonly name: string;
  /** What it is, where it is not what the page shows. */
  readonly label?: string;
}

/** Hands over a workbook or another file; it can be stopped on the way. */
export function Export({ from, name, label }: Props) {
  const t = useWords();
  const { ask, asking, failure, stop } = useAsking();
  const [received, setReceived] = useState(0);
  const begin = () => {
    setReceived(0);
    void ask((signal) => download(from, signal, name, setReceived));
  };
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={asking} onClick={begin}>
        {asking && received > 0
          ? t('frame.received', { kilobytes: Math.round(received / 1024).toLocaleString() })
          : (label ?? t('frame.export'))}
      </Button>
      {asking && (
        <Button onClick={stop} aria-label={t('frame.stopOf', { what: label ?? t('frame.export') })}>
          {t('frame.stop')}
        </Button>
      )}
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}
