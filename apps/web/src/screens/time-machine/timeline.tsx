import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useNarrow } from '../../components/use-narrow.js';
import { useWords } from '../../i18n/words.js';
import { type Axis, nextMark } from './axis.js';
import './timeline.css';

interface Handle {
  readonly name: string;
  readonly x: number;
  /** In words. */
  readonly text: string;
  readonly onMove: (x: number) => void;
  /** Once it is let go. */
  readonly onRest: () => void;
}
interface Props {
  readonly axis: Axis;
  readonly handles: readonly Handle[];
  /** Where what is asked about changed. */
  readonly changes: readonly number[];
}

const [height, edge, line] = [96, 34, 52];
/** About as wide as it is drawn, so that letters keep their shape. */
const widths = { desk: 1150, phone: 336 };

const diamond = 'M0 -9 L9 0 L0 9 L-9 0 Z';

const placeOn = ({ from, to }: Axis, x: number, width: number) => edge + ((x - from) / (to - from)) * (width - 2 * edge);

/** Ticks and marks: they stay while a handle moves. */
const Backdrop = memo(function Backdrop({ axis, width }: { readonly axis: Axis; readonly width: number }) {
  return (
    <>
      {axis.ticks.map(({ x, label }) => (
        <g key={label} className="timeline-tick" transform={`translate(${String(placeOn(axis, x, width))} 0)`}>
          <line y1={line - 6} y2={line + 6} />
          <text y={line + 34}>{label}</text>
        </g>
      ))}
      {axis.marks.map(({ x, label, known }, i) => (
        <circle key={i} className={known ? 'timeline-mark' : 'timeline-mark unknown'} cx={placeOn(axis, x, width)} cy={line} r={5}>
          <title>{label}</title>
        </circle>
      ))}
    </>
  );
});

/** A line of time with a mark an entry and a handle a side. Arrows go from mark to mark, with Shift a step, Page a year. */
export function Timeline({ axis, handles, changes }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useNarrow() ? widths.phone : widths.desk;
  const valueAt = ({ clientX }: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect() ?? { left: 0, width };
    const share = (((clientX - box.left) / box.width) * width - edge) / (width - 2 * edge);
    return Math.round(axis.from + Math.min(1, Math.max(0, share)) * (axis.to - axis.from));
  };
  return (
    <svg ref={svg} className="timeline" viewBox={`0 0 ${String(width)} ${String(height)}`} role="group" preserveAspectRatio="none">
      <line className="timeline-line" x1={edge} x2={width - edge} y1={line} y2={line} />
      <Backdrop axis={axis} width={width} />
      {changes.map((x, i) => (
        <path key={i} className="timeline-change" d={diamond} transform={`translate(${String(placeOn(axis, x, width))} ${String(line)})`} />
      ))}
      {handles.map((handle) => (
        <Grip key={handle.name} handle={handle} axis={axis} at={placeOn(axis, handle.x, width)} valueAt={valueAt} />
      ))}
    </svg>
  );
}

/** What the marks mean: by their shape, not by colour alone. */
export function Legend({ changes }: { readonly changes: boolean }) {
  const t = useWords();
  const mark = (name: string) => (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
      <circle className={name} r="5" />
    </svg>
  );
  return (
    <p className="hint legend">
      <span>
        {mark('timeline-mark')} {t('time.markKnown')}
      </span>
      <span>
        {mark('timeline-mark unknown')} {t('time.markUnknown')}
      </span>
      {changes && (
        <span>
          <svg width="14" height="14" viewBox="-10 -10 20 20" aria-hidden>
            <path className="timeline-change" d={diamond} />
          </svg>{' '}
          {t('time.markChange')}
        </span>
      )}
    </p>
  );
}

interface GripProps {
  readonly handle: Handle;
  readonly axis: Axis;
  readonly at: number;
  readonly valueAt: (event: PointerEvent) => number;
}

function Grip({ handle: { name, x, text, onMove, onRest }, axis, at, valueAt }: GripProps) {
  const dragging = useRef(false);
  const side = name === 'A' ? -15 : 15; // each on its own side of its moment: where both stand at one, both can be taken hold of
  const onPointerDown = (event: PointerEvent) => {
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onLostPointerCapture = () => {
    dragging.current = false;
    onRest();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyed(event, x, axis);
    if (to === undefined) return;
    event.preventDefault();
    onMove(Math.min(axis.to, Math.max(axis.from, to)));
  };
  return (
    <g
      className={`grip grip-${name.toLowerCase()}`}
      transform={`translate(${String(at)} ${String(line)})`}
      role="slider"
      tabIndex={0}
      aria-label={`${name} ${text}`}
      aria-valuemin={axis.from}
      aria-valuemax={axis.to}
      aria-valuenow={x}
      aria-valuetext={text}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragging.current && onMove(valueAt(event))}
      onLostPointerCapture={onLostPointerCapture}
      onKeyDown={onKeyDown}
      onKeyUp={onRest}
      onBlur={onRest}
    >
      <line y1={-44} y2={14} />
      <rect x={side - 15} y={-48} width={30} height={26} rx={6} />
      <text x={side} y={-30}>
        {name}
      </text>
    </g>
  );
}

/** Where a key leads: undefined where it leads nowhere. */
function keyed({ key, shiftKey }: KeyboardEvent, x: number, axis: Axis): number | undefined {
  const year = axis.to - axis.from > 366 ? 365 : Math.max(1, Math.round((axis.to - axis.from) / 10));
  const ways: Readonly<Record<string, number>> = {
    ArrowLeft: shiftKey ? x - 1 : nextMark(axis, x, -1),
    ArrowRight: shiftKey ? x + 1 : nextMark(axis, x, 1),
    PageDown: x - year,
    PageUp: x + year,
    Home: axis.from,
    End: axis.to,
  };
  return ways[key];
}
