import type { InBoth, WordList } from '@lookback/kernel';
import { wordLists } from '@lookback/kernel';
import { Text } from '@lookback/office/desk';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WordsShown } from '../lists/listed.dto.js';
import { EntryLine } from '../entries/entries.dto.js';

const kinds = ['text', 'code', 'listed', 'region', 'person', 'unit', 'day', 'count', 'fen', 'yes-no', 'opened'] as const;
const Value = () =>
  ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    description: 'Days are `YYYY-MM-DD`, money is fen.',
  });
const ByColumn = (schema: object, description: string) =>
  ApiProperty({ type: 'object', additionalProperties: schema as { type: string }, description });
const cellSchema = { $ref: '#/components/schemas/CellShown' };
const sumsSchema = () => ByColumn({ type: 'number' }, 'By column.');

/** What a column of a register is, and what can be asked of it. */
export class ColumnDescription {
  @Text() name: string;
  @ApiProperty({ type: WordsShown }) called: InBoth;
  @ApiProperty({ enum: kinds }) kind: (typeof kinds)[number];
  /** Rows can be looked for by it, under the name `parameter`. */
  filter: boolean;
  /** Rows can be put in its order. */
  sort: boolean;
  /** Rows can be counted by it. */
  count: boolean;
  /** Its values are added up. */
  sum: boolean;
  /** Its cells stand in boxes, and are opened for who may read them. */
  opened: boolean;
  /** The parameter by which rows are looked for in it. */
  @Text() parameter: string;
  /** Of a code, each with its words. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/WordsShown' }, nullable: true })
  words: Readonly<Record<string, InBoth>> | null;
  /** Of a code of a dated list, which. */
  @ApiProperty({ enum: wordLists, nullable: true }) list: WordList | null;
}

export class RegisterDescription {
  @Text() name: string;
  @ApiProperty({ type: WordsShown }) called: InBoth;
  /** Kinds of subjects whose rows it holds. */
  subjects: string[];
  /** The order of its rows unless another is asked for; `-` stands before what is put in descending order. */
  order: string[];
  @ApiProperty({ type: [ColumnDescription] }) columns: ColumnDescription[];
  /** Columns that are counted together: a receipt names the entry that set one of these. */
  @ByColumn({ type: 'array', items: { type: 'string' } }, 'By the name of the group.') groups: Readonly<Record<string, readonly string[]>>;
  /** Registers that can be asked for beside it: they have rows of the same subjects. */
  beside: string[];
}

/** The registers that the account may read. */
export class RegistersShown {
  @ApiProperty({ type: [RegisterDescription] }) registers: RegisterDescription[];
}

/** A cell: its value, and what it says in words, where it is a code, a region, an official or a unit. */
export class CellShown {
  @Value() value: string | number | boolean | null;
  @ApiProperty({ type: WordsShown, nullable: true }) said: InBoth | null;
}
export type CellsShown = Readonly<Record<string, CellShown>>;

export class RowSubject {
  @Text() kind: string;
  @Text() id: string;
  /** Where its file is: `/households/…`. */
  @Text() path: string;
}

class RowNamed {
  @ApiProperty({ type: RowSubject }) subject: RowSubject;
  /** As the office calls the subject: its number, name, login or file code. */
  @Text() called: string;
  /** Tells the rows of a subject apart. */
  @Text() key: string;
  /** Position of the entry that set the row. */
  setBy: number;
}

export class RegisterRow extends RowNamed {
  @ByColumn(cellSchema, 'By column.') cells: CellsShown;
  /** Rows of the same subject in other registers. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'object', additionalProperties: cellSchema } },
    description: 'By register, where others were asked for besides.',
  })
  with?: Readonly<Record<string, readonly CellsShown[]>>;
}

export class ChangedRow extends RowNamed {
  @ApiProperty({ type: 'object', additionalProperties: cellSchema, nullable: true, description: 'Null where there was no such row.' })
  before: CellsShown | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: cellSchema,
    nullable: true,
    description: 'Null where there is no such row any more.',
  })
  after: CellsShown | null;
}

/** Which register an answer is of, and which point of the two clocks it reflects. */
class OfRegister {
  @Text() register: string;
  /** Another version may make other rows of the same history. */
  @Text() version: string;
  /** The log position that the answer reflects. */
  position: number;
  /** The day of which it answers. */
  @Text() at: string;
  /** What was known: `@position`. */
  @Text() known: string;
  /** The later day that was asked for, of which nothing was known yet; else null. */
  @Text(true) notYet: string | null;
  /** How many subjects the register could not take, of which more is known than it shows. */
  @ApiProperty({ type: 'integer' }) parked: number;
}

export class RegisterPage extends OfRegister {
  /** How many rows there are on all pages. */
  @ApiProperty({ type: 'integer' }) total: number;
  /** Over the rows of all pages. */
  @sumsSchema() sums: Readonly<Record<string, number>>;
  /** Those of `cells`. */
  columns: string[];
  @ApiProperty({ type: [RegisterRow] }) rows: RegisterRow[];
  /** Asks for the next page, as `after`: of the same point, whatever is recorded meanwhile. Null on the last. */
  @Text(true) next: string | null;
}

/** That a register was rebuilt in another version: rows may be others though nothing was recorded. */
export class RebuiltShown {
  @ApiProperty({ type: 'integer' }) position: number;
  /** The version before it. */
  was: string;
  /** How many rows it made others. */
  @ApiProperty({ type: 'integer' }) rows: number;
}

/** Rows that are otherwise than they were known at an earlier position, of the same day. */
export class RegisterChanges extends OfRegister {
  /** What was known before: `@position`. */
  @Text() since: string;
  /** Null where the register has stood in one version since. */
  @ApiProperty({ type: RebuiltShown, nullable: true }) rebuilt: RebuiltShown | null;
  @ApiProperty({ type: 'integer' }) total: number;
  columns: string[];
  @ApiProperty({ type: [ChangedRow] }) rows: ChangedRow[];
  @Text(true) next: string | null;
}

export class RegisterCount {
  /** The columns by which was counted. */
  @ByColumn(cellSchema, 'By column.') cells: CellsShown;
  @ApiProperty({ type: 'integer' }) rows: number;
  @ApiProperty({ type: 'integer' }) subjects: number;
  @sumsSchema() sums: Readonly<Record<string, number>>;
  /** The parameters with which the receipts of this figure are asked for. */
  @ByColumn({ type: 'string' }, 'By parameter.') receipts: Readonly<Record<string, string>>;
}

export class RegisterCounts extends OfRegister {
  /** The columns by which was counted. */
  by: string[];
  @ApiProperty({ type: [RegisterCount] }) counts: RegisterCount[];
  @ApiProperty({ type: RegisterCount }) total: RegisterCount;
}

/** A row behind a figure, with the entry that set what is counted. */
export class ReceiptRow extends RowNamed {
  @ByColumn(cellSchema, 'The columns by which was counted.') cells: CellsShown;
  /** Null where the account may not be told of it. */
  @ApiProperty({ type: EntryLine, nullable: true }) entry: EntryLine | null;
}

/** The rows and entries behind a figure. */
export class RegisterReceipts extends OfRegister {
  @ApiProperty({ type: 'integer' }) total: number;
  @ApiProperty({ type: [ReceiptRow] }) rows: ReceiptRow[];
  @Text(true) next: string | null;
}
