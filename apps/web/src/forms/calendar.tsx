import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useWords } from '../i18n/words.js';
import { dayTyped } from '../moment/day.js';
import './calendar.css';

interface Props {
  /** What the field beside it holds, whatever it is. */
  readonly day: string;
  readonly onChosen: (day: string) => void;
  readonly onClose: () => void;
}

/** A calendar that hangs open below a field, in the console's language. */
export function Calendar({ day, onChosen, onClose }: Props) {
  const t = useWords();
  const shown = dayTyped(day);
  return (
    <DatePicker
      open
      autoFocus
      className="calendar"
      placement="bottomRight"
      aria-label={t('day.choose')}
      value={shown === undefined ? null : dayjs(shown)}
      onChange={(_, text) => typeof text === 'string' && onChosen(text)}
      onOpenChange={(open) => !open && onClose()}
    />
  );
}
