import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { isDay } from '../moment/day.js';
import { useWords } from '../words/words.js';

interface Parts {
  /** What the field beside it holds, whatever it is. */
  readonly day: string;
  readonly onChosen: (day: string) => void;
  readonly onClose: () => void;
}

/** A calendar that hangs open below a field, in the console's language. */
export function Calendar({ day, onChosen, onClose }: Parts) {
  const t = useWords();
  return (
    <DatePicker
      open
      autoFocus
      className="calendar"
      placement="bottomRight"
      aria-label={t('day.choose')}
      value={isDay(day) ? dayjs(day) : null}
      onChange={(_, text) => typeof text === 'string' && onChosen(text)}
      onOpenChange={(open) => !open && onClose()}
    />
  );
}
