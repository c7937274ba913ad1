import { useWords } from '../i18n/words.js';
import { QuietButton } from './quiet-button.js';

/** Chinese or English, each named in its own words. */
export function LanguageSwitch() {
  const t = useWords();
  const other = t.language === 'zh' ? 'en' : 'zh';
  return (
    <QuietButton lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => t.speak(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </QuietButton>
  );
}
