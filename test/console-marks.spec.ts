import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const frame = new URL('../apps/web/src/components/', import.meta.url);
const style = readFileSync(new URL('frame.css', frame), 'utf8');

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
    const [, drawn] = /stroke="(#[0-9a-f]{6})"/.exec(readFileSync(new URL(`marks/${mark}.svg`, frame), 'utf8')) ?? [];
    expect(drawn).toBeDefined();
    expect(drawn).toBe(colourOf(name));
  });
});
