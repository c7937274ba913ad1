import { describe, expect, it } from '@jest/globals';
import { product } from '@lookback/application/system';
import { formOf } from '@lookback/office/desk';
import { commandOf, optionsIn } from './typed-command.js';

const { routes } = product.subjects.find(({ name }) => name === 'household') ?? { routes: [] };
/** The command of an act of a household, of options. */
function typed(act: string, ...args: readonly string[]) {
  const line = routes.find(({ path }) => path === act);
  return commandOf(line ? formOf(line.command) : [], optionsIn(args));
}

describe('a command that is typed as options', () => {
  it('reads each field by its kind, as people type it, and adds up what follows', () => {
    const parts = ['--wageFen', '8,000元', '--businessFen', '1000.50', '--transferFen', '0', '--propertyFen', '0', '--costsFen', '500'];
    const period = ['--from', '2017年1月1日', '--to', '2017-12-31', '--lineYear', '2017', '--persons', '3'];
    expect(typed('assess-income', ...period, ...parts)).toMatchObject({
      from: '2017-01-01',
      wageFen: 800_000,
      netFen: 850_050,
      perPersonFen: 283_350,
    });
  });

  it('has parts of a field, and lines of one, in their order', () => {
    const lines = [
      '--checklist.1.topic',
      'water',
      '--checklist.1.inOrder',
      '否',
      '--checklist.0.topic',
      'housing',
      '--checklist.0.inOrder',
      'yes',
    ];
    expect(typed('visit-home', '--place', 'home', ...lines)).toEqual({
      place: 'home',
      checklist: [
        { topic: 'housing', inOrder: true },
        { topic: 'water', inOrder: false },
      ],
    });
    expect(typed('reclassify-cause', '--main', '01', '--others', '02, 03')).toEqual({
      main: '01',
      others: ['02', '03'],
    });
  });

  it.each([
    ['there is no field --weather; there are place, checklist', ['--weather', 'rain']],
    ['--place has no value', ['--place']],
    ['--place is given twice', ['--place', 'home', '--place', 'home']],
    ['"home" is no option', ['home', '--place']],
    ['--place is one value, and has no parts', ['--place.x', 'home']],
    ['--inOrder is "maybe": This must be yes or no.', ['--checklist.0.inOrder', 'maybe']],
  ])('is refused where %s', (why, args) => {
    expect(() => typed('visit-home', ...args)).toThrow(why);
  });
});
