import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, use, useState } from 'react';
import { useAsking } from '../api/use-asking.js';
import { Failure } from '../components/failure.js';
import { useWords } from '../i18n/words.js';
import { attach, evidenceTypes } from './attach.js';
import { Concerned } from './concerned.js';
import { FileInput } from './file-input.js';
import type { InputProps } from './input-props.js';

/** Photos and papers: each is uploaded when it is chosen, and the command names it by its digest. */
export function EvidenceUpload({ id, value = [], onChange, describedBy }: InputProps<string[]>) {
  const t = useWords();
  const of = use(Concerned);
  const { ask, asking, failure } = useAsking();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const upload = ({ target }: ChangeEvent<HTMLInputElement>) =>
    ask(async (signal) => {
      const added: Record<string, string> = {};
      for (const file of target.files ?? []) added[await attach(of, file, signal)] = file.name;
      target.value = '';
      setNames({ ...names, ...added });
      onChange([...new Set([...value, ...Object.keys(added)])]);
    });
  return (
    <div className="evidence">
      <ul>
        {value.map((digest) => (
          <li key={digest}>
            <CameraOutlined aria-hidden /> {names[digest] ?? digest.slice(0, 12)}{' '}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('evidence.remove', { name: names[digest] ?? digest.slice(0, 12) })}
              onClick={() => onChange(value.filter((one) => one !== digest))}
            />
          </li>
        ))}
      </ul>
      <FileInput {...{ id, describedBy }} accept={evidenceTypes} multiple disabled={asking} onChange={(event) => void upload(event)} />
      {failure !== undefined && <Failure error={failure} />}
    </div>
  );
}
