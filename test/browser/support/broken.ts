import type { Page } from 'playwright-core';

/** Words of Latin letters in sight that a line's end cuts in two, each with what it stands in; digests and codes are no words. */
export const brokenOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const within = text.parentElement;
      if (!within.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || within.closest('pre, code, .digest, svg')) continue;
      for (const { 0: word, index } of text.data.matchAll(/[A-Za-z][A-Za-z’'-]*/g)) {
        if (word.length > 18) continue;
        for (const part of word.matchAll(/[A-Za-z’']+/g)) {
          const range = document.createRange();
          range.setStart(text, index + part.index);
          range.setEnd(text, index + part.index + part[0].length);
          const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
          if (lines.size > 1) found.push(part[0] + ' in ' + within.outerHTML.slice(0, 120));
        }
      }
    }
    return found;
  })()`);
