import { Injectable, type MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { stub } from './reads/stub.js';

@Injectable()
export class Live {
  follow(): Observable<MessageEvent> {
    return stub();
  }
}
