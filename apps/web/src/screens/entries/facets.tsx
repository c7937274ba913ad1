import { useQuery } from '@tanstack/react-query';
import { answer, api, type Shapes } from '../../api/ask.js';
import { Answered } from '../../components/answered.js';
import { type Term, useWords } from '../../i18n/words.js';
import './facets.css';

type Asked = Readonly<Record<string, string | undefined>>;
interface Props {
  /** As the server is asked. */
  readonly asked: Asked;
  /** What is chosen of it. */
  readonly chosen: Asked;
  readonly onChoose: (chosen: Asked) => void;
}

/** How the entries are spread; a value chooses itself, and chosen, lets go. */
export function Facets({ asked, chosen, onChoose }: Props) {
  const t = useWords();
  const facets = useQuery({
    queryKey: ['entry facets', asked],
    queryFn: ({ signal }) => answer(api.GET('/entries/facets', { signal, params: { query: asked } })),
  });
  return (
    <aside className="facets" aria-label={t('entries.facets')}>
      <Answered of={facets}>
        {({ facets: all, counted, complete }) => (
          <>
            <p className="hint">{t(complete ? 'entries.counted' : 'entries.countedNewest', { counted: counted.toLocaleString() })}</p>
            {all.map((facet) => (
              <Facet
                key={facet.facet}
                facet={facet}
                isChosen={(value) => isWithin(chosen, partOf(facet.facet, value))}
                onChoose={(value) => onChoose(toggled(chosen, partOf(facet.facet, value)))}
              />
            ))}
          </>
        )}
      </Answered>
    </aside>
  );
}

/** A year is a span of days of effect, a township a region; the others are what they are called. */
const partOf = (facet: Shapes['Facet']['facet'], value: string): Asked => {
  if (facet === 'year') return { effectiveFrom: `${value}-01-01`, effectiveTo: `${value}-12-31` };
  return { [facet === 'township' ? 'region' : facet]: value };
};

const isWithin = (asked: Asked, part: Asked): boolean => Object.entries(part).every(([name, value]) => asked[name] === value);

/** What is asked with this part of it, or without where it was asked already. */
function toggled(asked: Asked, part: Asked): Asked {
  if (!isWithin(asked, part)) return { ...asked, ...part };
  return Object.fromEntries(Object.entries(asked).filter(([name]) => !(name in part)));
}

interface FacetProps {
  readonly facet: Shapes['Facet'];
  readonly isChosen: (value: string) => boolean;
  readonly onChoose: (value: string) => void;
}

function Facet({ facet: { facet, values }, isChosen, onChoose }: FacetProps) {
  const t = useWords();
  if (values.length === 0) return null;
  return (
    <details open>
      <summary>{t(`facet.${facet}` as Term)}</summary>
      <ul>
        {values.map((value) => (
          <li key={value.key}>
            <button type="button" className="facet-value" aria-pressed={isChosen(value.key)} onClick={() => onChoose(value.key)}>
              <span>{value.zh === null ? value.key.slice(0, 24) : t.both(value)}</span>{' '}
              <span className="count">{value.entries.toLocaleString()}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
