import type { SignedIn } from '@lookback/office/desk';
import type { HouseholdDiff, HouseholdWhy } from '@lookback/review/history';
import { Injectable } from '@nestjs/common';
import type { MomentAsked, TwoMomentsAsked } from '../http/moment.dto.js';
import { stub } from './stub.js';

@Injectable()
export class HouseholdChanges {
  why(_id: string, _asked: MomentAsked, _who: SignedIn | null): Promise<HouseholdWhy> {
    return stub();
  }
  diff(_id: string, _asked: TwoMomentsAsked, _who: SignedIn | null): Promise<HouseholdDiff> {
    return stub();
  }
}
