import { ApiExtraModels } from '@nestjs/swagger';
import { type DocumentNumber, kind, type RegionCode } from '@lookback/kernel';
import { documentNumber, Field, IsRegionCode } from '@lookback/office/desk';
import { IsArray } from 'class-validator';
import { standardCatalogue, type StandardName, standardNames, type Valued } from './catalogue.js';
import type { ProposalId } from './standards.events.js';
import { IsValueOfStandard, shapes } from './value-of-standard.js';

const titles = Object.fromEntries(standardNames.map((name) => [name, standardCatalogue[name].title]));
const cases = Object.fromEntries(standardNames.map((name) => [name, () => standardCatalogue[name].shape]));
/** The id of a proposal. */
const proposal = kind.id;

/** Asked by setup alone, for every region from counties up. */
export class OpenStandards {
  /** The county, city, province or nation whose standards these are. */
  @IsRegionCode() region: RegionCode;
  /** The shipped standards that the region begins with. */
  @IsArray() adopts: Valued[];
}

@ApiExtraModels(...shapes)
export class ProposeStandard {
  @Field(kind.oneOf(standardNames, titles), { en: 'Standard', zh: '标准' }) standard: StandardName;
  @Field(kind.cases('standard', cases), { en: 'Value', zh: '标准内容' }) @IsValueOfStandard() value: Valued['value'];
  /** That sets it. */
  @Field(documentNumber, { en: 'Document', zh: '依据文件' }) document: DocumentNumber;
}

export class AdoptStandard {
  @Field(proposal, { en: 'Proposal', zh: '申请' }) proposal: ProposalId;
}

export class DeclineStandard {
  @Field(proposal, { en: 'Proposal', zh: '申请' }) proposal: ProposalId;
}
