import { UnreadableQuery } from '@lookback/application/queries';
import { Unusable } from '@lookback/office/desk';
import { applyDecorators } from '@nestjs/common';
import { ApiParam, ApiQuery } from '@nestjs/swagger';

type Parameter = readonly [name: string, description: string, example?: string];

const described = (parameters: readonly Parameter[]) =>
  applyDecorators(
    ...parameters.map(([name, description, example]) =>
      ApiQuery({ name, required: false, type: String, description, ...(example !== undefined && { example }) }),
    ),
  );

/** Which register: one of those that `/registers` tells of. */
export const NameParam = () => ApiParam({ name: 'name', schema: { type: 'string', example: 'problems' } });

/** Of which point of the two clocks. */
export const WithPoint = () =>
  described([
    ['at', 'The day on which it was so; today where left out.', '2018-06-30'],
    ['known', 'What was known: `@position`, an instant, or a day; the newest where left out.', '@4711'],
  ]);

/** What of a list, and in which order. */
export const WithListing = () =>
  described([
    ['since', 'Only what is otherwise than it was known then: `@position`, an instant, or a day.', '@1'],
    ['columns', 'Whose cells are wanted, with commas between; all where left out.', 'number,status'],
    ['order', 'Columns with commas between; descending where `-` stands before. What has no value comes last.', 'number'],
    ['after', 'The `next` of the page before.', 'WyIxIiwiMjAxOC0wNi0zMCIsMSwibnVtYmVyIiwxLCJaRy0yMDE4LTAwMDEiLFsiWkctMjAxOC0wMDAxIl1d'],
    ['limit', 'At most 500 rows; 100 where left out.', '50'],
    ['with', 'Registers whose rows of the same subjects are wanted besides, with commas between.', 'households'],
    ['without', 'Only subjects that have no row in these registers, or none that its filters leave.', 'helpers'],
  ]);

/** By what is counted. */
export const By = () =>
  described([['by', 'The columns by which is counted, with commas between; the total alone where left out.', 'status,township']]);

/** As which file. */
export const ToFile = () =>
  described([
    ['format', '`xlsx`, or `csv` in UTF-8; a workbook where left out.', 'csv'],
    ['language', '`zh` or `en`: of words and titles.', 'zh'],
  ]);

/** By which rows are looked for: the names of columns, which differ from register to register. */
export const WithFilters = () =>
  ApiQuery({
    name: 'filters',
    required: false,
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' }, example: { status: 'found' } },
    description:
      'Values by the name of a column (`parameter` in its description), any of those with commas between; `none` for what has none. A code, an id, ' +
      'true or false as it is; a text by its beginning; a region with all that lies in it; days, numbers and money alone or from `..` to. Of a ' +
      'register beside it: `helpers.rank=…`.',
  });

/** Parameters, or the fields of a body, which are texts. @throws UnreadableQuery */
export function typedIn(sent: unknown, where: 'query' | 'body'): Readonly<Record<string, string>> {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new Unusable(where, { en: 'must be an object', zh: '应为对象' });
  const odd = Object.entries(sent).filter(([, value]) => typeof value !== 'string' || value.length > 2_000);
  const why = { en: 'must be one text of at most 2,000 characters', zh: '应为一个不超过 2000 字的文本' };
  if (odd.length > 0) throw new UnreadableQuery(odd.map(([field]) => ({ field: field.slice(0, 100), value: '', ...why })));
  return { ...(sent as Record<string, string>) };
}
