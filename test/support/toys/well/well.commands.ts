import { input, type RegionCode } from '@lookback/kernel';
import { IsRegionCode, IsWhole, Sentences, Typed } from '@lookback/office/desk';
import { IsBoolean, IsOptional } from 'class-validator';

export class DigWell {
  @IsRegionCode() village: RegionCode;
  @IsWhole(1, 100_000) depthCm: number;
  @Sentences(1, 20, '王井生') keeper: string;
  @Typed(input.phone, '13900000000') phone: string;
  @IsOptional() @Sentences(1, 200, '村东头') words?: string;
}

export class TestWell {
  @IsBoolean() safe: boolean;
}

export class HandOnWell {
  @IsRegionCode() village: RegionCode;
}

export class DeepenWell {
  @IsWhole(1, 100_000) depthCm: number;
}
