import { filtersIn, type ListAsked } from '../register/list-asked.js';
import { placeAsked, regionIn } from '../register/region-filter.js';

/** By which a household is counted, as the address of counts has it. */
interface CountsAsked {
  readonly region?: string;
  readonly standing?: string;
  readonly attribute?: string;
  readonly cause?: string;
}

/** The households that are counted, as a list. */
export const listedBy = ({ region, cause, ...alike }: CountsAsked): ListAsked => ({
  ...placeAsked(region),
  ...alike,
  ...(cause !== undefined && { mainCause: cause }),
});

/** The counts of the households of a list; undefined where they are chosen by what is not counted. */
export function countedBy(asked: ListAsked): CountsAsked | undefined {
  const { county: _county, township: _township, village: _village, mainCause, ...others } = filtersIn(asked);
  const region = regionIn(asked);
  const said = { ...others, ...(mainCause !== undefined && { cause: mainCause }), ...(region !== undefined && { region }) };
  const fits = Object.entries(said).every(([name, value]) => ['standing', 'attribute', 'cause', 'region'].includes(name) && isOne(value));
  return fits ? said : undefined;
}

const isOne = (value: string): boolean => !value.includes(',') && value !== 'none';
