import { dayOf } from './dates.js';
import { GatheredText } from './gathered-text.js';
import { attributes, type Listener } from './markup.js';
import { columnOf, mergeOf, mostMerges } from './merges.js';
import type { Merge } from './merge.js';
import { isCut, numberText } from './number-text.js';
import type { Oddity } from './oddity.js';
import type { RawRow, SheetContext } from './raw-row.js';
import { damaged, shortened, workbook } from './refusals.js';

/** How nearly every writer spells a cell; other spellings are read the long way. */
const usualCell = /^c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/;

/** Listens to a sheet's markup and gathers its rows. Formulas are passed over: what they last came to is the text. Which cells are merged stands below the rows. */
export class SheetPart implements Listener {
  /** Known when the part has been read to its end. */
  readonly merges: Merge[] = [];
  #rows: RawRow[] = [];
  #texts: string[] = [];
  #odd: Map<number, Oddity> | undefined;
  #row = 0;
  #column = -1;
  #style = -1;
  #type = '';
  #formula = false;
  #held = 0;
  #gathering = false;
  #inInline = false;
  #inReading = false;
  #ended = false;
  readonly #text: GatheredText;

  constructor(private readonly context: SheetContext) {
    this.#text = new GatheredText(context.limits.cellLength, () => `${context.sheet} ${String(this.#row)}:${String(this.#column + 1)}`);
  }

  /** The rows that have come together since the last call. */
  taken(): readonly RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** To be called after the last chunk. */
  end(): void {
    if (!this.#ended) damaged(this.context.part, { en: 'truncated', zh: '不完整' });
  }

  open(name: string, tag: string): void {
    if (this.#ended) {
      if (name === 'mergeCell') this.#merge(tag);
      return;
    }
    switch (name) {
      case 'c':
        this.#openCell(tag);
        return;
      case 'v':
        this.#gathering = true;
        return;
      case 'f':
        this.#formula = true;
        return;
      case 't':
        this.#gathering = this.#inInline && !this.#inReading;
        return;
      case 'is':
        this.#inInline = true;
        return;
      case 'rPh':
        this.#inReading = true;
        return;
      case 'row':
        this.#openRow(tag);
        return;
    }
  }

  close(name: string): void {
    if (this.#ended) return;
    switch (name) {
      case 'c':
        this.#closeCell();
        return;
      case 'v':
      case 't':
        this.#gathering = false;
        return;
      case 'is':
        this.#inInline = false;
        return;
      case 'rPh':
        this.#inReading = false;
        return;
      case 'row':
        this.#closeRow();
        return;
      case 'sheetData':
        this.#ended = true;
    }
  }

  text(text: string): void {
    if (this.#gathering) this.#text.add(text);
  }

  #merge(tag: string): void {
    const merge = mergeOf(attributes(tag, this.context.part).get('ref') ?? '');
    if (merge && this.merges.push(merge) > mostMerges) damaged(this.context.part, { en: 'merged cells', zh: '合并单元格过多' });
  }

  #openRow(tag: string): void {
    const number = attributes(tag, this.context.part).get('r');
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    if (!(this.#row >= 1 && this.#row <= 1_048_576)) damaged(this.context.part, { en: 'row number', zh: '行号' });
    this.#column = -1;
  }

  #openCell(tag: string): void {
    const [usual, letters, style, type] = usualCell.exec(tag) ?? [];
    if (usual === undefined) this.#openUnusualCell(attributes(tag, this.context.part));
    else this.#begin(letters, style, type);
  }

  #openUnusualCell(found: ReadonlyMap<string, string>): void {
    const reference = found.get('r');
    const letters = reference === undefined ? undefined : /^([A-Z]{1,3})\d+$/.exec(reference)?.[1];
    if (reference !== undefined && letters === undefined) damaged(this.context.part, { en: 'cell reference', zh: '单元格引用' });
    this.#begin(letters, found.get('s'), found.get('t'));
  }

  #begin(letters: string | undefined, style: string | undefined, type: string | undefined): void {
    this.#column = letters === undefined ? this.#column + 1 : columnOf(letters);
    this.#style = style === undefined ? -1 : Number(style);
    this.#type = type ?? '';
    this.#formula = false;
    this.#text.clear();
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (text === '' && this.#formula && this.#type !== 'str') this.#note('no-value');
    if (text === '') return;
    const { limits, sheet } = this.context;
    if (this.#column >= limits.columns) {
      workbook.refuse('workbook.too-many-columns', { sheet: shortened(sheet), row: this.#row, limit: limits.columns });
    }
    while (this.#texts.length < this.#column) this.#texts.push('');
    this.#texts[this.#column] = text;
  }

  #note(oddity: Oddity): void {
    (this.#odd ??= new Map()).set(this.#column, oddity);
  }

  #cellText(): string {
    switch (this.#type) {
      case 's':
        return this.#sharedText(this.#text.raw);
      case 'str':
      case 'inlineStr':
        return this.#text.unescaped;
      case 'b':
        this.#note('boolean');
        return { '': '', '0': 'FALSE', '1': 'TRUE' }[this.#text.raw] ?? this.#text.raw.toUpperCase();
      case 'd':
        this.#note('day');
        return this.#text.unescaped.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1');
      case 'e':
        this.#note('error');
        return this.#text.unescaped;
      default:
        return this.#number(this.#text.unescaped);
    }
  }

  #sharedText(number: string): string {
    return number === ''
      ? ''
      : (this.context.sharedTexts[Number(number)] ?? damaged(this.context.part, { en: 'shared text', zh: '共享文字' }));
  }

  #number(written: string): string {
    const day = written !== '' && this.context.dayStyles.has(this.#style) ? dayOf(Number(written), this.context.from1904) : undefined;
    const text = day ?? numberText(written);
    if (day !== undefined || isCut(text)) this.#note(day === undefined ? 'cut' : 'day');
    return text;
  }

  #closeRow(): void {
    const odd = this.#odd;
    this.#odd = undefined;
    if (this.#texts.length === 0) return;
    const { limits, sheet } = this.context;
    if (++this.#held > limits.rows) workbook.refuse('workbook.too-many-rows', { sheet: shortened(sheet), limit: limits.rows });
    this.#rows.push({ number: this.#row, texts: this.#texts, odd });
    this.#texts = [];
  }
}
