import type { Shapes } from '../../api/ask.js';
import { Tag, type Tone } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';

type Status = Shapes['HouseholdLine']['status'];
const tones: Record<Status, Tone> = { registered: 'waiting', exited: 'good', returned: 'bad' };

export function HouseholdStatus({ status }: { readonly status: Status }) {
  const t = useWords();
  return <Tag tone={tones[status]}>{t.code('status', status)}</Tag>;
}
