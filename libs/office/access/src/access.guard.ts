import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mustHold, WHO_MAY, type WhoMay } from '@lookback/office/desk';
import { refuse } from './access.rules.js';
import { answered } from './answered.js';
import type { Session, SessionRequest } from './session/session.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { Tokens } from './session/tokens.js';

/**
 * Stands before every route (as APP_GUARD): reads who may ask it, and who asks. Answers 401 without a session, 403 with a
 * temporary password or without the right in any region; in which region it counts, the desk asks.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const whoMay = this.reflector.getAllAndOverride<WhoMay | undefined>(WHO_MAY, [context.getHandler(), context.getClass()]);
    if (whoMay === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may ask it`);
    if (whoMay === 'everyone') return true;
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const session = await this.sessionFor(whoMay, request.headers.authorization);
    if (session.mustChangePassword && context.getClass() !== SessionController) answered(403, () => refuse('access.password-is-temporary'));
    if (whoMay !== 'signed in') mustHold(session, whoMay.rights);
    request.session = session;
    request.signedIn = session;
    return true;
  }

  /** Who administers accounts is looked up again: one who lost that right a moment ago must not use it to take it from others. */
  private async sessionFor(whoMay: WhoMay, header: string | undefined): Promise<Session> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return answered(401, () => refuse('access.not-signed-in'));
    const session = await this.tokens.read(token);
    const administers = typeof whoMay === 'object' && whoMay.rights.includes('administer');
    return administers ? this.sessions.current(session) : session;
  }
}
