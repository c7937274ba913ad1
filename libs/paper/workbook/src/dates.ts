/** Number formats that Excel builds in and that show a day; 27 to 58 are those of Chinese and Japanese editions. Times alone are none. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format shows a day, so that the number under it counts days. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id);
  if (code.toLowerCase() === 'general') return false;
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').toLowerCase();
  return /[yd]/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare));
}

const dayLength = 86_400_000;
const lastDay = 2_958_465; // 9999-12-31

/**
 * The day `YYYY-MM-DD` of Excel's count of days, undefined when the count is no day. Excel's 1900 has a 29 February,
 * number 60, so the days before it are counted one short; the day that never was is no day.
 */
export function dayOf(count: number, from1904: boolean): string | undefined {
  const serial = Math.floor(from1904 ? count + 1462 : count);
  if (!(serial >= 1 && serial <= lastDay) || serial === 60) return undefined;
  const sinceEpoch = serial - 25_569 + (serial < 60 ? 1 : 0);
  return new Date(sinceEpoch * dayLength).toISOString().slice(0, 10);
}
