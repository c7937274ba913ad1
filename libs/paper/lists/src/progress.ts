import type { Counts } from './import-report.js';

const apartMs = 200;

/** Tells where an import stands, at most five times a second and once at its end. */
export class Progress {
  private toldAt = -Infinity;
  private counts: Counts = { rows: 0, done: 0, subjects: null };

  constructor(private readonly onProgress?: ((counts: Counts) => void) | undefined) {}

  moved(by: Partial<Counts>): void {
    this.counts = { ...this.counts, ...by };
    if (performance.now() - this.toldAt >= apartMs) this.tell();
  }

  tell(): void {
    this.toldAt = performance.now();
    this.onProgress?.(this.counts);
  }
}
