import { input, kind, type RegionCode } from '@lookback/kernel';
import { Field } from '@lookback/office/desk';

const Village = () => Field(kind.village, { en: 'Village', zh: '行政村' });
const Depth = () => Field(kind.count(1, 100_000), { en: 'Depth in cm', zh: '井深（厘米）' });

export class DigWell {
  @Village() village: RegionCode;
  @Depth() depthCm: number;
  @Field(kind.words(1, 20, '王井生'), { en: 'Keeper', zh: '管护人' }) keeper: string;
  @Field(kind.text(input.phone, '13900000000'), { en: 'Telephone', zh: '联系电话' }) phone: string;
  @Field(kind.words(1, 200, '村东头'), { en: 'Notes', zh: '备注', optional: true }) words?: string;
}

export class TestWell {
  @Field(kind.yesNo, { en: 'Safe water', zh: '水质合格' }) safe: boolean;
}

export class HandOnWell {
  @Village() village: RegionCode;
}

export class DeepenWell {
  @Depth() depthCm: number;
}
