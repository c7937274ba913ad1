import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

const icons = {
  good: CheckCircleOutlined,
  waiting: ClockCircleOutlined,
  warning: ExclamationCircleOutlined,
  bad: CloseCircleOutlined,
  plain: MinusCircleOutlined,
} as const;
export type Tone = keyof typeof icons;

/** A state: colour, icon and word together, so that none of them has to be seen alone. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`tag tag-${tone}`}>
      <Icon aria-hidden /> {children}
    </span>
  );
}
