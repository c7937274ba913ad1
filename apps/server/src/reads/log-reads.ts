import { Injectable } from '@nestjs/common';
import type { LogShown } from '../http/log.dto.js';
import { stub } from './stub.js';

@Injectable()
export class LogReads {
  shown(): Promise<LogShown> {
    return stub();
  }
}
