import { type RegionCode, type WordList, wordLists } from '@lookback/kernel';
import { IsRegionCode, OneOf, Shaped, Text } from '@lookback/office/desk';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

/** What a code is called in both languages. */
export class WordsShown {
  @Text() en: string;
  @Text() zh: string;
}

const listNamed = /^(CN|\d{2}|\d{4}|\d{6})~\d{4}-\d{2}-\d{2}$/;
/** A code of a list; where another list calls it otherwise, with the region that set the list and its first day: `01~610426~2020-01-01`. */
export const IsCodeKey = (code: RegExp, example: string) =>
  Shaped(new RegExp(`${code.source.slice(0, -1)}(~${listNamed.source.slice(1, -1)})?$`), example, {
    en: `a code of a list such as ${example}, or ${example}~610426~2020-01-01 where it is of one list alone`,
    zh: `目录代码，如 ${example}；只指某一目录的，如 ${example}~610426~2020-01-01`,
  });

/** Which list, and where; wherever the account may look unless a region is said. */
export class CodesAsked {
  @OneOf(wordLists) list: WordList;
  @IsOptional() @IsRegionCode() region?: RegionCode;
}

/** Which list calls a code so: the region that set it and its first day, where another list calls the code otherwise; else null. */
export class OfList {
  @Text(true) setIn: RegionCode | null;
  @Text(true) since: string | null;
}

/** A code that rows may have, of the lists of all days. */
export class CodeShown extends OfList {
  /** Asks for the rows that have it. */
  @Text() key: string;
  @Text(true) en: string | null;
  @Text(true) zh: string | null;
}

/** The codes of a list by which rows can be looked for. */
export class CodesShown {
  @ApiProperty({ enum: wordLists }) list: WordList;
  @ApiProperty({ type: [CodeShown] }) codes: CodeShown[];
}
