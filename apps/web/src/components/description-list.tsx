import type { ReactNode } from 'react';
import './description-list.css';

/** Terms with their values, side by side: the description list of HTML. */
export function DescriptionList({ children }: { readonly children: ReactNode }) {
  return <dl className="description-list">{children}</dl>;
}

interface Props {
  readonly term: string;
  /** Of the value, such as `digest`. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** One term with its value. */
export function Description({ term, className, children }: Props) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}
