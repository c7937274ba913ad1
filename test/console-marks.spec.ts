import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const source = new URL('../apps/web/src/', import.meta.url);
const styles = ['base.css', 'components/tag.css', 'components/why-button.css'];
const style = styles.map((file) => `\n${readFileSync(new URL(file, source), 'utf8')}`).join('');

/** The colour that a class gives its words, as a number. */
function colourOf(name: string): string | undefined {
  const rule = new RegExp(`\\n\\.${name} \\{[^}]*?\\n  color: (?:var\\((--[a-z]+)\\)|(#[0-9a-f]{6}));`).exec(style);
  const [, variable, number] = rule ?? [];
  return number ?? new RegExp(`${String(variable)}: (#[0-9a-f]{6});`).exec(style)?.[1];
}

// An image cannot take the colour of the words beside it.
describe('a mark has the colour of its words', () => {
  it.each([
    ['good', 'tag-good'],
    ['waiting', 'tag-waiting'],
    ['warning', 'tag-warning'],
    ['bad', 'tag-bad'],
    ['plain', 'tag-plain'],
    ['why', 'why'],
  ])('%s', (mark, name) => {
    const [, drawn] = /stroke="(#[0-9a-f]{6})"/.exec(readFileSync(new URL(`components/marks/${mark}.svg`, source), 'utf8')) ?? [];
    expect(drawn).toBeDefined();
    expect(drawn).toBe(colourOf(name));
  });
});
