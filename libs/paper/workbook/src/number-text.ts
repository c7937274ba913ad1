/** Excel's cells hold 15 digits and some writers put more; up to this many are kept digit for digit. */
const wholeNumber = /^-?\d{1,22}$/;

/** A number as the shortest decimal text, without an exponent; what is no number stays as it is. */
export function numberText(written: string): string {
  if (wholeNumber.test(written)) return written;
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  const text = String(number);
  return text.includes('e') ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Whether a number has more digits than Excel keeps: those behind the fifteenth are noughts, or nobody knows which. */
export const isCut = (text: string): boolean => text.length > 15 && /^-?\d{16,}$/.test(text);
