import type { RegionCode } from '@lookback/kernel';

/** Conditions of a question to a read model that all hold, with their values apart: `?` stands for a value. */
export class Where {
  readonly values: unknown[] = [];
  private readonly conditions = ['true'];

  get sql(): string {
    return this.conditions.join(' AND ');
  }

  add(condition: string, ...values: unknown[]): this {
    this.conditions.push(values.reduce<string>((sql, value) => sql.replace('?', this.value(value)), condition));
    return this;
  }

  /** Holds only where something was asked for. */
  addIf(condition: string, asked: unknown): this {
    return asked === undefined ? this : this.add(condition, asked);
  }

  /** As SQL: the value's place. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  /** Only where the column's region is one of these, or lies in one. */
  within(column: string, regions: readonly RegionCode[]): this {
    if (regions.includes('CN' as RegionCode)) return this;
    const patterns = regions.map((code) => `${code}%`);
    return patterns.length === 1 ? this.add(`${column} LIKE ?`, patterns[0]) : this.add(`${column} LIKE ANY(?)`, patterns);
  }
}

/** What a text begins with or holds, for LIKE: its own signs stand for themselves. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
