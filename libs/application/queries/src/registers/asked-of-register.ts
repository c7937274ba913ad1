import type { AnyRegister, CellKind } from '@lookback/kernel';
import type { Beside, Filter, Ordered, Sought } from '@lookback/log/read-model';
import type { MountedRegister } from '@lookback/office/desk';
import { personColumns } from './any-person.js';
import type { ListedSought } from './listed-sought.query.js';
import { soughtIn } from './sought-in.js';
import { type AskedParameters, parameterOf, reserved } from './parameters.js';
import type { QueryFaults } from './unreadable-query.js';

/** A question that was read; the point of the two clocks stands apart. */
export interface AskedOfRegister {
  readonly columns: readonly string[];
  readonly order: readonly Ordered[];
  readonly limit: number;
  readonly filters: readonly Filter[];
  readonly beside: readonly Beside[];
  /** Registers whose rows of the same subjects are wanted besides. */
  readonly with: readonly { readonly register: AnyRegister; readonly filters: readonly Filter[] }[];
}

const limitUnlessSaid = 100;
const mostAtOnce = 500;

/** Reads what is asked of a register. */
export class QueryReading {
  constructor(
    private readonly mounted: MountedRegister,
    private readonly registers: ReadonlyMap<string, MountedRegister>,
    private readonly lists: ListedSought,
    private readonly faults: QueryFaults,
  ) {}

  async read(typed: AskedParameters): Promise<AskedOfRegister> {
    const { register } = this.mounted;
    const filters = await this.filters(typed);
    const [joined, missing] = [this.others('with', typed), this.others('without', typed)];
    for (const name of joined)
      if (missing.includes(name))
        this.faults.add('without', name, { en: `must not name ${name}, which is asked for besides`, zh: `不应同时列出 ${name}` });
    const of = (name: string) => filters.get(name) ?? [];
    const named = [...new Set([...missing, ...[...filters.keys()].filter((name) => name !== register.name)])];
    return {
      columns: this.columns(typed['columns']),
      order: this.order(typed['order'] ?? register.order.join()),
      limit: this.limit(typed['limit']),
      filters: of(register.name),
      beside: named.map((name) => ({
        register: this.registerOf(name),
        filters: of(name),
        is: missing.includes(name) ? 'missing' : 'there',
      })),
      with: joined.map((name) => ({ register: this.registerOf(name), filters: of(name) })),
    };
  }

  /** Names of columns of the register that rows can be counted by. */
  countedBy(typed: string | undefined): string[] {
    const { register } = this.mounted;
    const names = namesIn(typed);
    for (const name of names)
      if (!register.columns[name]?.count && !register.passed?.[name])
        this.faults.add('by', name, notOne('a column by which rows are counted', '可统计的列', countable(register)));
    return names;
  }

  private registerOf = (name: string): AnyRegister => this.registers.get(name)?.register ?? this.mounted.register;

  /** Registers that have rows of the same kinds of subjects. */
  private others(field: 'with' | 'without', typed: AskedParameters): string[] {
    const names = namesIn(typed[field]);
    const near = [...this.registers].filter(([, other]) => this.isNear(other)).map(([name]) => name);
    for (const name of names)
      if (!near.includes(name)) this.faults.add(field, name, notOne('a register of the same subjects', '同类对象的清单', near));
    return names.filter((name) => near.includes(name));
  }

  private isNear({ register, subjects }: MountedRegister): boolean {
    const own = new Set(this.mounted.subjects.map(({ name }) => name));
    return register.name !== this.mounted.register.name && subjects.some(({ name }) => own.has(name));
  }

  /** By register. */
  private async filters(typed: AskedParameters): Promise<ReadonlyMap<string, Filter[]>> {
    const found = new Map<string, Filter[]>();
    for (const [parameter, value] of Object.entries(typed)) {
      if (reserved.has(parameter) || (parameter === 'person' && personColumns(this.mounted.register).length > 0)) continue;
      const [own, ...rest] = parameter.split('.');
      const [name, column] = rest.length === 0 ? [this.mounted.register.name, own ?? ''] : [own ?? '', rest.join('.')];
      const mounted = name === this.mounted.register.name ? this.mounted : this.registers.get(name);
      const kind = mounted && (mounted === this.mounted || this.isNear(mounted)) ? filterable(mounted.register, column) : undefined;
      if (kind === undefined) {
        this.faults.add(parameter, value, notOne('a column by which rows are looked for', '可筛选的列', filters(this.mounted.register)));
        continue;
      }
      const anyOf = (await Promise.all(value.split(',').map((one) => this.sought(parameter, kind, one)))).flat();
      found.set(name, [...(found.get(name) ?? []), { column, anyOf }]);
    }
    return found;
  }

  private async sought(field: string, kind: CellKind, typed: string): Promise<Sought[]> {
    const read = kind.name === 'listed' ? await this.lists.read(kind, typed.trim()) : soughtIn(kind, typed);
    if (!('why' in read)) return [read];
    this.faults.add(field, typed, read.why);
    return [];
  }

  private columns(typed: string | undefined): string[] {
    const { columns, passed = {}, opened = {} } = this.mounted.register;
    const all = Object.keys({ ...columns, ...passed, ...opened });
    const names = typed === undefined ? all : namesIn(typed);
    for (const name of names) if (!all.includes(name)) this.faults.add('columns', name, notOne('a column', '列名', all));
    return names;
  }

  private order(typed: string): Ordered[] {
    const { columns, order } = this.mounted.register;
    const own = new Set(order.map((name) => name.replace(/^-/, '')));
    const isSortable = (name: string) => columns[name]?.sort === true || own.has(name);
    const by = namesIn(typed).map((name) => ({ column: name.replace(/^-/, ''), descending: name.startsWith('-') }));
    for (const { column } of by)
      if (!isSortable(column))
        this.faults.add('order', column, notOne('a column of an order', '可排序的列', Object.keys(columns).filter(isSortable)));
    return [...new Map(by.map((one) => [one.column, one])).values()];
  }

  private limit(typed: string | undefined): number {
    if (typed === undefined) return limitUnlessSaid;
    const limit = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    if (limit < 1 || limit > mostAtOnce)
      this.faults.add('limit', typed, { en: `must be a whole number from 1 to ${mostAtOnce}`, zh: `应为 1 至 ${mostAtOnce} 的整数` });
    return limit;
  }
}

/** Names with commas between, each once. */
const namesIn = (typed = ''): string[] => [...new Set(typed.split(',').map((name) => name.trim()))].filter((name) => name !== '');

const notOne = (en: string, zh: string, of: readonly string[]) => ({
  en: `must be ${en}: ${of.join(', ')}`,
  zh: `应为${zh}之一：${of.join('、')}`,
});

/** How the cells are read of a column by which rows can be looked for. */
const filterable = ({ columns, passed }: AnyRegister, name: string): CellKind | undefined =>
  columns[name]?.filter ? columns[name].kind : passed?.[name] ? { name: 'yes-no' } : undefined;

const filters = (register: AnyRegister): string[] => [
  ...Object.entries(register.columns).flatMap(([name, { filter }]) => (filter ? [parameterOf(register, name)] : [])),
  ...Object.keys(register.passed ?? {}),
];

const countable = ({ columns, passed }: AnyRegister): string[] => [
  ...Object.entries(columns).flatMap(([name, { count }]) => (count ? [name] : [])),
  ...Object.keys(passed ?? {}),
];
