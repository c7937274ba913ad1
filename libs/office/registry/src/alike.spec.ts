import { describe, expect, it } from '@jest/globals';
import { plainName, plainPhone } from './alike.js';

describe('two ways of writing', () => {
  it.each([
    ['张三', '张　三'],
    ['王五', ' 王\u200B五'],
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽・买买提'],
    ['永寿县扶贫办(新)', '永寿县扶贫办（新）'],
  ])('%s and %s are one name', (one, other) => expect(plainName(one)).toBe(plainName(other)));

  it.each([
    ['13900000001', '139 0000 0001'],
    ['13900000001', '+86 139-0000-0001'],
    ['13900000001', '１３９００００００１'.replace('０００００', '００００００')],
    ['13900000001', '008613900000001'],
  ])('%s and %s are one phone', (one, other) => expect(plainPhone(one)).toBe(plainPhone(other)));

  it('differ where names and phones do', () => {
    expect(plainName('张三')).not.toBe(plainName('张三丰'));
    expect(plainPhone('029-37661234')).not.toBe(plainPhone('13900000001'));
  });
});
