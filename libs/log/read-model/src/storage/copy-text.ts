type Encode = (value: unknown) => string;

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string) => (special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text);

/** How a column of a type travels in COPY's text format. null and undefined are SQL's NULL. */
export function encoderFor(type: string): Encode {
  const plain = /(\[\]| array)$/.test(type) ? arrayText : type === 'jsonb' ? (value: unknown) => JSON.stringify(value) : scalarText;
  return (value) => (value === null || value === undefined ? '\\N' : escaped(plain(value)));
}

const scalarText: Encode = (value) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`a column cannot hold ${typeof value}`);
};

const arrayText: Encode = (value) => {
  if (!Array.isArray(value)) throw new TypeError('an array column needs an array');
  return `{${value.map((item: unknown) => (item === null || item === undefined ? 'NULL' : `"${scalarText(item).replace(/["\\]/g, '\\$&')}"`)).join()}}`;
};
