import { ruleBook } from '@lookback/kernel';

/** Why an account, a password or a session is refused. */
export const {
  rules: accessRules,
  refuse,
  refuseIf,
  inapplicable,
} = ruleBook({
  'access.login-taken': {
    kind: 'sense',
    en: 'The login {login} is already in use; the login of a closed account is not given again.',
    zh: '登录名 {login} 已被使用；已注销账号的登录名不再启用。',
  },
  'access.account-absent': { kind: 'sense', en: 'The account has not been opened.', zh: '该账号尚未开通。' },
  'access.account-closed': { kind: 'sense', en: 'The account is closed.', zh: '该账号已注销。' },
  'access.own-rights': {
    kind: 'guard',
    en: 'An administrator may not change the rights of their own account or close it; another administrator must.',
    zh: '不得变更本人账号的权限，也不得注销本人账号，须由其他管理员办理。',
  },
  'access.own-password': {
    kind: 'guard',
    en: 'Your own password can only be changed with the current password; you cannot reset it yourself.',
    zh: '本人密码须凭原密码修改，不得自行重置。',
  },
  'access.password-of-another': {
    kind: 'guard',
    en: 'Only the holder of the account may change its password; an administrator may only reset it.',
    zh: '密码只能由本人修改；管理员只能重置。',
  },
  'access.changes-of-another': {
    kind: 'guard',
    en: 'Only the holder of an account may confirm having read what others changed in it.',
    zh: '账号变更只能由本人确认知悉。',
  },
  'access.export-of-another': {
    kind: 'guard',
    en: 'An export is recorded only in the account that asked for it.',
    zh: '导出只记入发起导出的账号。',
  },
  'access.person-absent': {
    kind: 'sense',
    en: 'No person with this id serves in the regions that this account administers.',
    zh: '本账号管理的地区内没有这名人员。',
  },
  'access.person-has-account': {
    kind: 'guard',
    en: 'This person already has an open account; a person may have only one.',
    zh: '该人员已有启用中的账号，一人一号。',
  },
  'access.onlookers-decide-nothing': {
    kind: 'guard',
    en: 'One account may not both supervise ({looksOn}) and decide ({decides}).',
    zh: '同一账号不得既监督（{looksOn}）又办理（{decides}）。',
  },
  'access.administrator-left': {
    kind: 'guard',
    en: 'Some administrators have signed in recently: {logins}. Ask one of them; a reset is possible only if no administrator is left to ask.',
    zh: '仍有近期登录过的管理员：{logins}。请由其办理；只有在没有可用管理员时才能重设。',
  },
  'access.reset-of-another': {
    kind: 'guard',
    en: 'The account {login} belongs to an official or has rights other than administration; give a separate login for the reset.',
    zh: '账号 {login} 属于某位干部，或者除系统管理外还有其他权限；请为重设另指定登录名。',
  },
  'access.right-held': {
    kind: 'sense',
    en: 'The account already has the right to {right} in {where}.',
    zh: '该账号在 {where} 已有 {right} 权限。',
  },
  'access.right-absent': {
    kind: 'sense',
    en: 'The account does not have the right to {right} in {where}.',
    zh: '该账号在 {where} 没有 {right} 权限。',
  },
  'access.scope-missing': {
    kind: 'sense',
    en: 'Name at least one region or unit for which the right holds.',
    zh: '请至少指定一个地区或单位作为权限范围。',
  },
  'access.right-by-region': {
    kind: 'sense',
    en: 'The right to {right} is granted for regions only, not for units.',
    zh: '{right} 权限只能按地区授予，不能按单位授予。',
  },
  'access.unit-absent': {
    kind: 'sense',
    en: 'No unit with this id lies in the regions that this account administers.',
    zh: '本账号管理的地区内没有这个单位。',
  },
  'access.too-many-regions': {
    kind: 'sense',
    en: 'An account may hold at most {most} rights, counted once for each region and unit; grant them for a region that contains these.',
    zh: '一个账号的权限按地区和单位计数最多 {most} 项；请按上级地区授权。',
  },
  'access.password-too-short': { kind: 'sense', en: 'A password must have at least {least} characters.', zh: '密码至少 {least} 个字符。' },
  'access.password-too-long': { kind: 'sense', en: 'A password may have at most {most} characters.', zh: '密码最多 {most} 个字符。' },
  'access.password-is-login': {
    kind: 'sense',
    en: 'The password may not be the login, nor the login followed by digits or signs.',
    zh: '密码不得与登录名相同，也不得只在登录名后加数字或符号。',
  },
  'access.password-is-common': {
    kind: 'sense',
    en: 'This password is too common and easy to guess.',
    zh: '该密码过于常见，容易被猜中。',
  },
  'access.password-unchanged': { kind: 'sense', en: 'The new password is the same as the current one.', zh: '新密码与原密码相同。' },
  'access.password-is-temporary': {
    kind: 'sense',
    en: 'Change the temporary password first.',
    zh: '请先修改临时密码。',
  },
  'access.sign-in-refused': {
    kind: 'sense',
    en: 'The login or password is wrong, or the account is closed.',
    zh: '登录名或密码错误，或者账号已注销。',
  },
  'access.current-password-wrong': { kind: 'sense', en: 'The current password is wrong.', zh: '原密码错误。' },
  'access.too-many-attempts': {
    kind: 'sense',
    en: 'Too many failed attempts; try again in {seconds} seconds.',
    zh: '失败次数过多，请在 {seconds} 秒后再试。',
  },
  'access.too-many-at-once': {
    kind: 'sense',
    en: 'Too many people are signing in at this moment; try again in {seconds} seconds.',
    zh: '同时登录的人数过多，请在 {seconds} 秒后再试。',
  },
  'access.not-signed-in': { kind: 'sense', en: 'Sign in first.', zh: '请先登录。' },
  'access.session-over': { kind: 'sense', en: 'The session has ended; sign in again.', zh: '登录已失效，请重新登录。' },
});
