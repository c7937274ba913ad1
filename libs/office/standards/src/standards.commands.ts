import { ApiExtraModels } from '@nestjs/swagger';
import type { DocumentNumber, RegionCode } from '@lookback/kernel';
import { IsDocumentNumber, IsId, IsRegionCode } from '@lookback/office/desk';
import { IsArray, IsIn } from 'class-validator';
import { type StandardName, standardNames, type Valued } from './catalogue.js';
import type { ProposalId } from './standards.events.js';
import { IsValueOfStandard, shapes } from './value-of-standard.js';

/** Asked by setup alone, for every region from counties up. */
export class OpenStandards {
  /** The county, city, province or nation whose standards these are. */
  @IsRegionCode() region: RegionCode;
  /** The shipped standards that the region begins with. */
  @IsArray() adopts: Valued[];
}

@ApiExtraModels(...shapes)
export class ProposeStandard {
  /** Which standard. */
  @IsIn(standardNames) standard: StandardName;
  /** Its value, in the shape of the standard. */
  @IsValueOfStandard() value: Valued['value'];
  /** The document that sets it. */
  @IsDocumentNumber() document: DocumentNumber;
}

export class AdoptStandard {
  /** The proposal's id. */
  @IsId() proposal: ProposalId;
}

export class DeclineStandard {
  /** The proposal's id. */
  @IsId() proposal: ProposalId;
}
