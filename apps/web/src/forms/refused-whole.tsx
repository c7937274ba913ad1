import { Refused } from '../api/problem-details.js';
import { Failure } from '../components/failure.js';

/** What went wrong with a small form and no field of it caused. */
export function RefusedWhole({ failure, whole }: { readonly failure: unknown; readonly whole: readonly string[] }) {
  if (failure === undefined) return null;
  if (!(failure instanceof Refused)) return <Failure error={failure} />;
  return whole.map((said) => (
    <p key={said} className="refusal" role="alert">
      {said}
    </p>
  ));
}
