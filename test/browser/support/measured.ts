import type { Page } from 'playwright-core';

/** The value below which so large a share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Scrolls a table to its end, a bit a frame, waiting there for rows that are still on their way; gives the milliseconds of every frame. */
export const framesOfScroll = (page: Page, pixelsAFrame: number): Promise<number[]> =>
  page.evaluate<number[]>(`new Promise((done) => {
    const table = document.querySelector('[role=table]');
    const frames = [];
    let before = performance.now();
    let moved = before;
    const next = (now) => {
      frames.push(now - before);
      before = now;
      const stood = table.scrollTop;
      table.scrollTop += ${String(pixelsAFrame)};
      if (table.scrollTop > stood) moved = now;
      if (now - moved > 2000) done(frames.slice(1));
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);

/** Moves handle B by a key that is held down, so often, and gives the milliseconds of each move until both states are those of its moment. */
export const msOfDrags = (page: Page, key: string, times: number): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const grip = document.querySelector('.grip-b');
    const took = [];
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < ${String(times)}; i++) {
      const from = grip.getAttribute('aria-valuetext');
      const began = performance.now();
      grip.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, shiftKey: true, bubbles: true }));
      do await frame(); while (grip.getAttribute('aria-valuetext') === from || document.querySelector('.states').getAttribute('aria-busy') === 'true');
      took.push(performance.now() - began);
    }
    return took;
  })()`);
