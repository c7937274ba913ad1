import { everyRight, type SignedIn } from '@lookback/office/desk';
import { Injectable } from '@nestjs/common';
import type { EntriesAsked, EntriesPage, EntriesPageAsked, EntryFacets, EntryWhole } from '../http/entries.dto.js';
import { stub } from './stub.js';

/** Whoever reads cases reads their entries; those who administer read the office's. */
export const entryReaders = everyRight.filter((right) => right !== 'standards');

@Injectable()
export class EntryReads {
  page(_asked: EntriesPageAsked, _who: SignedIn): Promise<EntriesPage> {
    return stub();
  }
  facets(_asked: EntriesAsked, _who: SignedIn): Promise<EntryFacets> {
    return stub();
  }
  workbook(_asked: EntriesAsked, _who: SignedIn): Promise<Uint8Array> {
    return stub();
  }
  whole(_position: number, _who: SignedIn): Promise<EntryWhole> {
    return stub();
  }
}
