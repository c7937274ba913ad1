import type { SignedIn } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { MomentAsked } from '../http/moment.dto.js';
import type { PeoplePage, PeopleSearch, PersonRecord } from '../http/people.dto.js';
import { stub } from './stub.js';

@Injectable()
export class OfficialReads {
  search(_asked: PeopleSearch, _who: SignedIn): Promise<PeoplePage> {
    return stub();
  }
  record(_id: string, _asked: MomentAsked, _who: SignedIn): Promise<PersonRecord> {
    return stub();
  }
}
