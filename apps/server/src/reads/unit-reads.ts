import type { SignedIn } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { MomentAsked } from '../http/moment.dto.js';
import type { UnitRecord, UnitsAsked, UnitsPage } from '../http/units.dto.js';
import { stub } from './stub.js';

@Injectable()
export class UnitReads {
  find(_asked: UnitsAsked, _who: SignedIn): Promise<UnitsPage> {
    return stub();
  }
  record(_id: string, _asked: MomentAsked, _who: SignedIn): Promise<UnitRecord> {
    return stub();
  }
}
