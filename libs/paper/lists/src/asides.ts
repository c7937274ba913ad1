import { input } from '@lookback/kernel';
import type { SheetRow } from '@lookback/paper/workbook';

/** How totals, signatures and notes under a list begin. */
const aside = /^(?:合计|小计|总计|共计|累计|总数|填表|制表|填报|审核|复核|审批|负责人|单位负责人|经办|备注|说明|注:)/;

/** True of a row that belongs to no subject: under every column by which a subject is known stands nothing, or what says that it is a total, a signature or a note. */
export const isAside = <Name extends string>(row: SheetRow<Name>, known: readonly Name[]): boolean =>
  known.every((column) => {
    const text = input.line(row.text(column));
    return text === '' || aside.test(text);
  });
