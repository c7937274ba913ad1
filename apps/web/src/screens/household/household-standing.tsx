import type { Shapes } from '../../api/ask.js';
import { Tag, type Tone } from '../../components/tag.js';
import { useWords } from '../../i18n/words.js';

type Standing = Shapes['HouseholdLine']['standing'];
const tones: Record<Standing, Tone> = { ordinary: 'plain', registered: 'waiting', exited: 'good', returned: 'bad', struck: 'plain' };

export function HouseholdStanding({ standing }: { readonly standing: Standing }) {
  const t = useWords();
  return <Tag tone={tones[standing]}>{t.code('standing', standing)}</Tag>;
}
