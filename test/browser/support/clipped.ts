import type { Page } from 'playwright-core';

/** What lies beyond an edge of the window and cannot be scrolled to, or is cut off in its own box. */
export const clippedOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0;
    const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
    const within = (one, of) => { for (let up = one.parentElement; up; up = up.parentElement) if (of(up)) return true; return false; };
    const named = (why, one) => why + ': ' + one.outerHTML.slice(0, 160);
    const all = [...document.querySelectorAll('body *')].filter((one) => shown(one) && !one.matches('input, textarea') && !one.closest('.skip, svg'));
    const beyond = all.filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 1 && (right > innerWidth + 1 || left < -1) && !within(one, scrolls);
    });
    const cut = all.filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      return one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis';
    });
    return [...beyond.map((one) => named('beyond the window', one)), ...cut.map((one) => named('cut off', one))];
  })()`);
