import type { Cause, CauseCodes, HelperQuotas, ProblemClass, ProblemClasses, ProblemSource, ProblemSources } from './lists.dto.js';
import type { ListedCause, ListCode, Title } from './titles.js';

const cause = (code: string, zh: string, en: string): Cause => ({
  code: code as ListedCause,
  zh: zh as Title,
  en: en as Title,
  national: code as ListedCause,
});

/** The national causes of poverty. Source: domain.md, section 4. */
export const causeCodes: CauseCodes = {
  causes: [
    cause('01', '因病', 'illness'),
    cause('02', '因残', 'disability'),
    cause('03', '因学', 'schooling'),
    cause('04', '因灾', 'disaster'),
    cause('05', '缺土地', 'lack of land'),
    cause('06', '缺水', 'lack of water'),
    cause('07', '缺技术', 'lack of skills'),
    cause('08', '缺劳力', 'lack of labour'),
    cause('09', '缺资金', 'lack of funds'),
    cause('10', '交通条件落后', 'poor transport'),
    cause('11', '自身发展动力不足', 'lack of own motivation'),
    cause('12', '其他', 'other'),
  ],
};

/** "532": five households for a county leader, three for a department leader, two for a cadre. */
export const helperQuotas: HelperQuotas = {
  quotas: [
    { rank: 'county-leader', zh: '县级领导' as Title, en: 'county leader' as Title, households: 5 },
    { rank: 'department-leader', zh: '科级干部' as Title, en: 'department leader' as Title, households: 3 },
    { rank: 'cadre', zh: '一般干部' as Title, en: 'cadre' as Title, households: 2 },
  ],
};

const problemClass = (code: string, zh: string, en: string, blocksExit: boolean, asksPeople: boolean): ProblemClass => ({
  code: code as ListCode,
  zh: zh as Title,
  en: en as Title,
  blocksExit,
  asksPeople,
});

/** The six classes of the rectification ledger: what touches a household's own standing blocks its exit, and the household is asked. */
export const problemClasses: ProblemClasses = {
  classes: [
    problemClass('identification', '精准识别', 'targeted identification', true, true),
    problemClass('exit', '精准退出', 'targeted exit', true, true),
    problemClass('assistance', '精准帮扶', 'targeted assistance', true, true),
    problemClass('policy', '政策落实', 'policy implementation', true, true),
    problemClass('funds', '资金使用', 'use of funds', false, false),
    problemClass('violations', '扶贫领域违规', 'violations in poverty alleviation', false, false),
  ],
};

const source = (code: string, zh: string, en: string): ProblemSource => ({ code: code as ListCode, zh: zh as Title, en: en as Title });

/** The six sources that the rectification ledger names. */
export const problemSources: ProblemSources = {
  sources: [
    source('self-check', '自查', 'self-check'),
    source('public-report', '群众反映', 'report by the public'),
    source('unannounced-visit', '暗访', 'unannounced visit'),
    source('county-quarterly-assessment', '县级一季度考核', 'county assessment of the quarter'),
    source('city-supervision', '市级督查', 'supervision by the city'),
    source('provincial-inspection', '省级巡查', 'inspection by the province'),
  ],
};
