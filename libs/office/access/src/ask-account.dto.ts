import { Envelope, Field, Nested } from '@lookback/office/desk';
import { kind, type PersonId, type RegionCode, type UnitId } from '@lookback/kernel';
import { IsDefined } from 'class-validator';
import { GrantRight } from './account.commands.js';
import type { Login } from './account.events.js';
import { everyRole, type Role } from './roles.js';
import { scope, scopeWords } from './scope.fields.js';
import { login } from './login.js';

const temporaryPassword = {
  en: 'Temporary password',
  zh: '临时密码',
  hint: { en: 'At least 12 characters.', zh: '至少 12 个字符。' },
} as const;

/** A role and where it holds are said together, or neither is. */
const inRole = ({ role, regions, units }: AccountToOpen): boolean => role !== undefined || regions !== undefined || units !== undefined;

export class AccountToOpen {
  @Field(kind.person, {
    en: 'Official',
    zh: '对应干部',
    hint: { en: 'An account without a person cannot act in cases.', zh: '没有对应干部的账号不能办理案卷。' },
    optional: true,
  })
  person?: PersonId;
  @Field(login, {
    en: 'Login',
    zh: '登录名',
    hint: {
      en: '3 to 32 characters, beginning with a small letter; it can neither be changed nor used again.',
      zh: '小写字母开头，3 至 32 位；不可更改，也不会重复使用。',
    },
  })
  login: Login;
  /** Its owner has to change it before anything else. */
  @Field(kind.password, temporaryPassword) password: string;
  /** Its rights are granted at once, for the regions named; left out for an account that is granted rights afterwards. */
  @Field(kind.role(everyRole), { en: 'Role', zh: '角色', optional: true, unless: inRole }) role?: Role;
  @Field(scope.regions, scopeWords.regions) regions?: RegionCode[];
  @Field(scope.units, scopeWords.units) units?: UnitId[];
}

export class AskOpenAccount {
  @IsDefined() @Nested(() => AccountToOpen) command: AccountToOpen;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}

export class PasswordToSet {
  /** Its owner has to change it before anything else. */
  @Field(kind.password, temporaryPassword) password: string;
}

export class AskSetPassword {
  @IsDefined() @Nested(() => PasswordToSet) command: PasswordToSet;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}

export class AskGrantRight {
  @IsDefined() @Nested(() => GrantRight) command: GrantRight;
  @IsDefined() @Nested(() => Envelope) envelope: Envelope;
}
