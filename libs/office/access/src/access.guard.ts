import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mustHold, ONLY_READS, WHO_MAY, type WhoMay } from '@lookback/office/desk';
import { refuse } from './access.rules.js';
import { answered } from './answered.js';
import type { Claimed, SessionRequest } from './session/session.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { Tokens } from './session/tokens.js';

/**
 * Stands before every route (as APP_GUARD): reads who may ask it, and who asks. Answers 401 without a session that stands, 403 with a
 * temporary password or without the right in any region; in which region it counts, the desk asks. A write is held against the
 * log as it is now, a read against what was known of the account within the last second.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const whoMay = this.metadata(WHO_MAY, context) as WhoMay | undefined;
    if (whoMay === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may ask it`);
    if (whoMay === 'everyone') return true;
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const claimed = await this.claimedIn(request.headers.authorization);
    const reads = request.method === 'GET' || request.method === 'HEAD' || this.metadata(ONLY_READS, context) === true;
    const session = await (reads ? this.sessions.lately(claimed) : this.sessions.current(claimed));
    if (session.mustChangePassword && context.getClass() !== SessionController) answered(403, () => refuse('access.password-is-temporary'));
    if (whoMay !== 'signed in') mustHold(session, whoMay.rights);
    request.session = session;
    request.signedIn = session;
    return true;
  }

  private claimedIn(header: string | undefined): Promise<Claimed> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
    return token === undefined ? answered(401, () => refuse('access.not-signed-in')) : this.tokens.read(token);
  }

  private metadata(key: string, context: ExecutionContext): unknown {
    return this.reflector.getAllAndOverride(key, [context.getHandler(), context.getClass()]);
  }
}
