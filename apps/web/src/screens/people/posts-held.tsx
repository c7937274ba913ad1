import { useWords } from '../../i18n/words.js';
import type { RegisterRow } from '../register/register-shapes.js';

/** The posts that an official holds on the day of the list, in words: what each is, and where. */
export function PostsHeld({ row }: { readonly row: RegisterRow }) {
  const t = useWords();
  const held = (row.with?.['posts'] ?? []).filter(({ held: holds }) => holds?.value === true);
  const said = held.map(({ post, unit }) => [post, unit].flatMap((cell) => (cell?.said ? [t.both(cell.said)] : [])).join(' '));
  const text = said.join(' · ');
  return text === '' ? <>—</> : <span title={text}>{text}</span>;
}
