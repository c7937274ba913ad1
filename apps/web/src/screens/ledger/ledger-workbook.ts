import { filtersIn, type ListAsked } from '../register/list-asked.js';
import { regionIn } from '../register/region-filter.js';

const alike = ['class', 'source', 'unit', 'person', 'status', 'overdue'];

/** What asks for the office's own workbook of the rows of a list; undefined where that cannot be asked for so. */
export function inWorkbook(asked: ListAsked): ListAsked | undefined {
  const { county: _county, township: _township, village: _village, ...others } = filtersIn(asked);
  const region = regionIn(asked);
  const fits = Object.entries(others).every(([name, value]) => alike.includes(name) && !value.includes(',') && value !== 'none');
  const { at, known } = asked;
  return fits ? { ...others, ...(region !== undefined && { region }), ...(at && { at }), ...(known && { known }) } : undefined;
}
