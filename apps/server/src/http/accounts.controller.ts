import { RequireRight, Open, type Principal, CurrentAccount } from '@lookback/office/desk';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountReads, AccountsAsked, AccountsPage, RightShown, rightsShown, RoleShown, rolesShown } from '@lookback/application/queries';

/** Who has an account, and what may be granted. */
@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(private readonly reads: AccountReads) {}

  @Get('accounts')
  @RequireRight('administer')
  @ApiOperation({ operationId: 'accounts', summary: 'Accounts with their rights, by login' })
  @ApiOkResponse({ type: AccountsPage })
  find(@Query() query: AccountsAsked, @CurrentAccount() who: Principal): Promise<AccountsPage> {
    return this.reads.find(query, who);
  }

  @Get('roles')
  @Open('signed in')
  @ApiOperation({ operationId: 'roles', summary: 'Every role that an account may be opened in, with its rights, in both languages' })
  @ApiOkResponse({ type: [RoleShown] })
  roles(): RoleShown[] {
    return rolesShown;
  }

  @Get('rights')
  @Open('signed in')
  @ApiOperation({ operationId: 'rights', summary: 'Every right that may be granted, in both languages' })
  @ApiOkResponse({ type: [RightShown] })
  rights(): RightShown[] {
    return rightsShown;
  }
}
