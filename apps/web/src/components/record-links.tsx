import './record-links.css';

interface RecordShown {
  /** Address of the record. */
  readonly to: string;
  readonly called: string;
  /** What tells it from others of its name. */
  readonly toldApart?: string;
}

/** Records that a form warns of; each opens beside the form, which stays as it is. */
export function RecordLinks({ records }: { readonly records: readonly RecordShown[] }) {
  return (
    <ul className="record-links">
      {records.map(({ to, called, toldApart }) => (
        <li key={to}>
          <a href={to} target="_blank" rel="noreferrer">
            {called}
          </a>
          {toldApart !== undefined && ` ${toldApart}`}
        </li>
      ))}
    </ul>
  );
}
