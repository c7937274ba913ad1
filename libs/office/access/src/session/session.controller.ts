import { Body, Controller, Delete, Get, Header, HttpCode, Ip, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Open } from '@lookback/office/desk';
import { Accounts } from '../accounts.js';
import { AdministratorReset } from '../administrator-reset.js';
import { Acquaintance } from './acquaintance.js';
import { ChangesSeen } from './changes.dto.js';
import { RetryAfter } from './retry-after.js';
import { InSession, type Session } from './session.js';
import { opened, PasswordChange, SessionOpened, SignIn, WhoAmI } from './session.dto.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

@ApiTags('session')
@Controller('session')
@UseInterceptors(RetryAfter)
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly acquaintance: Acquaintance,
    private readonly accounts: Accounts,
    private readonly resets: AdministratorReset,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Open('everyone')
  @ApiOperation({ operationId: 'signIn', summary: 'Signs in with login and password', description: '登录。' })
  @ApiOkResponse({ type: SessionOpened })
  @ApiUnauthorizedResponse({ description: '`access.sign-in-refused`: login or password is wrong, or the account is closed.' })
  @ApiTooManyRequestsResponse({ description: '`access.too-many-attempts`; `Retry-After` says how many seconds to wait.' })
  async signIn(@Body() { login, password }: SignIn, @Ip() address: string): Promise<SessionOpened> {
    return this.opened(await this.sessions.signIn(login, password, address));
  }

  @Post('renew')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Open('signed in')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'renewSession',
    summary: 'Another token, with the rights of now; up to 12 hours from sign-in',
    description: '续期。',
  })
  @ApiOkResponse({ type: SessionOpened })
  @ApiUnauthorizedResponse({
    description: '`access.session-over`: too old, signed out, the password was changed, or the account was closed.',
  })
  async renew(@InSession() session: Session): Promise<SessionOpened> {
    return this.opened(await this.sessions.current(session));
  }

  @Delete()
  @HttpCode(204)
  @Open('signed in')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'signOut',
    summary: 'Ends the session: none of its tokens is taken any more, in any process',
    description: '退出登录。',
  })
  @ApiNoContentResponse()
  async signOut(@InSession() session: Session): Promise<void> {
    await this.sessions.signOut(session);
  }

  @Get()
  @Open('signed in')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'whoAmI',
    summary: 'Who is signed in, by name and post, with the rights that the account has',
    description: '当前登录账号。',
  })
  @ApiOkResponse({ type: WhoAmI })
  whoAmI(@InSession() session: Session): Promise<WhoAmI> {
    return this.acquaintance.describe(session);
  }

  @Post('password')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Open('signed in')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'changeOwnPassword',
    summary: 'Changes one’s own password, with the current one',
    description: '修改本人密码。',
  })
  @ApiOkResponse({ type: SessionOpened })
  @ApiForbiddenResponse({ description: '`access.current-password-wrong`.' })
  @ApiTooManyRequestsResponse({ description: '`access.too-many-attempts`; `Retry-After` says how many seconds to wait.' })
  async changePassword(
    @InSession() session: Session,
    @Body() { current, password }: PasswordChange,
    @Ip() address: string,
  ): Promise<SessionOpened> {
    return this.opened(await this.sessions.changePassword(session, current, password, address));
  }

  @Post('changes-seen')
  @HttpCode(204)
  @Open('signed in')
  @ApiBearerAuth()
  @ApiOperation({
    operationId: 'seeAccountChanges',
    summary: 'Says that the owner was told of what others changed in the account',
    description: '确认已知悉他人对本账号所作的变更。',
  })
  @ApiNoContentResponse({ description: 'They are told no more.' })
  async seeChanges(@InSession() session: Session, @Body() { upTo }: ChangesSeen): Promise<void> {
    await this.accounts.seeChanges(session, upTo);
  }

  private async opened(session: Session): Promise<SessionOpened> {
    return opened(session, await this.resets.lately(), await this.tokens.issue(session));
  }
}
