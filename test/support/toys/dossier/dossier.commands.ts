import type { PersonId, RegionCode } from '@lookback/kernel';
import { IsIds, IsRegionCode, Sentences } from '@lookback/office/desk';
import { ApiSchema } from '@nestjs/swagger';

export class OpenDossier {
  @IsRegionCode() county: RegionCode;
  @IsIds(9) circle: PersonId[];
  @Sentences(1, 200, '线索') words: string;
}

export class NoteInDossier {
  @Sentences(1, 200, '谈话') words: string;
}

@ApiSchema({ name: 'ReleaseDossier' })
export class ReleaseDossier {}
