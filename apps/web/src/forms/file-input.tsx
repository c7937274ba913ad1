import { UploadOutlined } from '@ant-design/icons';
import type { ChangeEvent } from 'react';
import { useWords } from '../i18n/words.js';
import './file-input.css';

interface Props {
  readonly id: string;
  readonly describedBy: string | undefined;
  /** What may be chosen, as the `accept` of HTML has it. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** Name of the file that is chosen; left out where what was chosen is listed elsewhere. */
  readonly chosen?: string | null;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Chooses a file. The browser's own field, which speaks the browser's language, lies unseen over ours: keyboard, dropping and readers use it. */
export function FileInput({ id, describedBy, accept, multiple = false, disabled = false, chosen, onChange }: Props) {
  const t = useWords();
  return (
    <span className="file-input">
      <input {...{ id, accept, multiple, disabled, onChange }} type="file" aria-describedby={describedBy} />
      <span className="file-face" aria-hidden>
        <span className="file-button">
          <UploadOutlined /> {t('file.choose')}
        </span>
        {chosen !== undefined && <span className="file-name">{chosen ?? t('file.none')}</span>}
      </span>
    </span>
  );
}
