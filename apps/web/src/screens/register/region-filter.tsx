import { Labelled } from '../../forms/labelled.js';
import { RegionPick } from '../../forms/picks.js';
import { useWords } from '../../i18n/words.js';
import type { ListAsked } from './list-asked.js';
import type { RegisterDescription } from './register-shapes.js';

/** The columns that say where the subject of a row lies, from the whole to the part, each with the digits of its codes. */
const levels = { county: 6, township: 9, village: 12 } as const;
export const regionNames: readonly string[] = Object.keys(levels);

/** Where rows are looked for. */
export const regionIn = (values: ListAsked): string | undefined => values['village'] ?? values['township'] ?? values['county'];

/** What asks for the rows in a region: the column of its level, as what lies in the whole of a county lies in no village. */
export function asksRegion(region: string | undefined, columns: readonly string[]): Readonly<Record<string, string | undefined>> {
  const none = Object.fromEntries(regionNames.map((name) => [name, undefined]));
  if (region === undefined || region === 'CN') return none;
  const fitting = Object.entries(levels).filter(([name]) => columns.includes(name));
  const [column] = fitting.find(([, digits]) => region.length <= digits) ?? fitting.at(-1) ?? [];
  return column === undefined ? none : { ...none, [column]: region };
}

/** The rows that lie in a region, of a list that knows where each lies. */
export const placeAsked = (region: string | undefined): ListAsked =>
  Object.fromEntries(Object.entries(asksRegion(region, regionNames)).filter((pair): pair is [string, string] => pair[1] !== undefined));

interface Props {
  readonly description: RegisterDescription;
  readonly values: ListAsked;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
}

/** Where: one field for the county, the township or the village. */
export function RegionFilter({ description, values, onChange }: Props) {
  const t = useWords();
  const columns = description.columns.filter(({ filter }) => filter).map(({ name }) => name);
  return (
    <Labelled label={t('filter.region')}>
      {(id) => <RegionPick id={id} value={regionIn(values)} onChange={(region) => onChange(asksRegion(region, columns))} />}
    </Labelled>
  );
}
