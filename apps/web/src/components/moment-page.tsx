import type { ReactNode } from 'react';
import type { MomentAsked } from '../moment/moment-asked.js';
import { useMoment } from '../moment/use-moment.js';
import { AsOf, AsOfAsked } from './as-of.js';
import { MomentWarnings } from './moment-warnings.js';
import { Page } from './page.js';

interface Props {
  readonly title: string;
  readonly windowTitle?: string;
  /** As the address has it. */
  readonly asked: MomentAsked;
  /** Which moment the answer is true of; undefined while it is on its way. */
  readonly answered: Required<MomentAsked> | undefined;
  readonly onMoment: (moment: MomentAsked, how: { readonly replace: boolean }) => void;
  /** What can be done; `past` says that nothing can. */
  readonly actions?: (past: boolean) => ReactNode;
  readonly children: ReactNode | ((past: boolean) => ReactNode);
}

/** The page of one subject at a moment, which its address holds and its header says. */
export function MomentPage({ title, windowTitle, asked, answered, onMoment, actions, children }: Props) {
  const { past, link } = useMoment(asked, answered, (moment) => onMoment(moment, { replace: true }));
  const onNow = past ? () => onMoment({}, { replace: false }) : undefined;
  return (
    <Page
      title={title}
      windowTitle={windowTitle}
      past={past}
      asOf={
        answered ? (
          <AsOf at={answered.at} position={answered.known} link={link} onNow={onNow} />
        ) : (
          onNow && <AsOfAsked asked={asked} onNow={onNow} />
        )
      }
      actions={actions?.(past)}
    >
      {answered && <MomentWarnings asked={asked} answered={answered} />}
      {typeof children === 'function' ? children(past) : children}
    </Page>
  );
}
