const asked = new WeakMap<object, readonly string[]>();

/**
 * An index that TypeORM's own `@Index` cannot say, as SQL after `CREATE INDEX … ON table`:
 * `@Indexed('USING gin (search gin_trgm_ops)')`. Made last in a rebuild. Changing it changes the model's version.
 */
export const Indexed =
  (sql: string): ClassDecorator =>
  (row) => {
    asked.set(row, [...indexesOn(row), sql]);
  };

/** What a row class asked for, outermost decorator last. */
export const indexesOn = (row: object): readonly string[] => asked.get(row) ?? [];
