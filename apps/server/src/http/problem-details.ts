import { HttpException } from '@nestjs/common';
import { type Language, Refusal } from '@lookback/kernel';
import { AttachmentCorrupted, AttachmentErased, AttachmentsUnavailable } from '@lookback/log/attachment';
import { DatabaseUnavailable, isDatabaseAway } from '@lookback/log/database';
import { ClockSkewed, IdempotencyKeyReused, LogUnavailable, LogCorrupted, LogBusy, WrongExpectedRevision } from '@lookback/log/event-log';
import { Malformed, RightMissing, rights, SubjectAbsent, Unusable } from '@lookback/office/desk';
import { MomentUnreadable } from '@lookback/review/history';
import { factWords, type FactNames, nothingNamed, RegisterRebuilt, ruleInWords, UnreadableQuery } from '@lookback/application/queries';
import { faultsIn } from './faults.js';
import { unreadBy } from './unread.js';

/** RFC 9457, with the Chinese beside the English. */
export interface ProblemDetails {
  readonly status: number;
  readonly type?: string;
  readonly title: string;
  readonly titleZh: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly [extra: string]: unknown;
}

/**
 * What an error says to the client, with the names of what it speaks of.
 * @param mayLocate whether the client may know of which stream, and where, the log is broken.
 */
export function problemDetailsOf(error: unknown, names: FactNames = nothingNamed, mayLocate = false): ProblemDetails {
  if (error instanceof Refusal) return refused(error, names);
  if (error instanceof Malformed) return fields(error.faults.flatMap((fault) => faultsIn(fault)));
  if (error instanceof MomentUnreadable)
    return fields([{ field: error.field, value: error.value, en: `must be ${error.en}`, zh: error.zh }]);
  if (error instanceof UnreadableQuery) return fields(error.faults);
  if (error instanceof RegisterRebuilt) return rebuilt;
  if (error instanceof Unusable) return unusable(error);
  if (error instanceof RightMissing) return rightMissing(error, names);
  if (error instanceof SubjectAbsent)
    return { status: 404, title: `There is no ${error.subject} ${error.id}.`, titleZh: `没有 ${error.id} 的档案。` };
  if (error instanceof IdempotencyKeyReused)
    return { status: 422, title: 'This idempotency key was used for another command.', titleZh: '该幂等键已用于另一条命令。' };
  if (error instanceof WrongExpectedRevision) return moved(error);
  if (error instanceof LogCorrupted) return logBroken(error, mayLocate);
  if (error instanceof AttachmentErased)
    return { status: 410, title: 'It is erased: nobody can read it any more.', titleZh: '已抹除，任何人都无法再读取。' };
  if (error instanceof AttachmentCorrupted) return broken;
  if (error instanceof AttachmentsUnavailable) return attachmentsAway(error);
  if (error instanceof LogBusy) return busy;
  if (error instanceof ClockSkewed) return clockParted;
  if (error instanceof LogUnavailable || error instanceof DatabaseUnavailable || isDatabaseAway(error)) return away;
  const unread = unreadBy(error instanceof HttpException ? error.cause : error);
  if (unread) return unusable(unread);
  if (error instanceof HttpException)
    return error.cause instanceof Refusal ? { ...refused(error.cause, names), ...withChallenge(error.getStatus()) } : fromNest(error);
  return { status: 500, title: 'Something broke here; the server log has it.', titleZh: '服务器出错，详见服务器日志。' };
}

const unusable = ({ field, reason, status }: Unusable): ProblemDetails => ({
  status,
  title: `The request cannot be used: ${field} ${reason.en}.`,
  titleZh: `请求有误：${field} ${reason.zh}。`,
  errors: [{ field, ...reason }],
});

const fields = (errors: readonly object[]): ProblemDetails => ({
  status: 400,
  title: 'Some fields cannot be used.',
  titleZh: '部分字段填写有误。',
  errors,
});

/** A rule's sentence, in which codes and ids are called by their names; the facts keep them as they are. */
function refused(refusal: Refusal, names: FactNames): ProblemDetails {
  const { rule, facts } = refusal;
  const { en, zh } = ruleInWords(refusal, names);
  const status = statusOf(rule);
  const { seconds } = facts;
  const headers = (status === 429 || status === 503) && typeof seconds === 'number' && { headers: { 'Retry-After': String(seconds) } };
  return { status, type: `urn:lookback:rule:${rule}`, title: en, titleZh: zh, facts, ...headers };
}

const otherStatuses: Readonly<Record<string, number>> = {
  'attachment.too-large': 413,
  'attachment.quota-used': 429,
  'attachment.kind-unknown': 415,
  'attachment.heic': 415,
  'reads.own-at-once': 429,
  'reads.all-at-once': 503,
  'reads.too-long': 503,
};

/** Files that cannot be taken, and reads that are too many, have statuses of their own; all else that a rule refuses is a conflict. */
const statusOf = (rule: string): number =>
  otherStatuses[rule] ?? (rule.startsWith('workbook.too-') ? 413 : /^(workbook|attachment)\./.test(rule) ? 422 : 409);

const broken: ProblemDetails = {
  status: 500,
  title: 'What is stored is not what was uploaded: it was changed, or is gone. Tell the operators of the server.',
  titleZh: '存储的内容与上传时不一致：已被改动或丢失。请告知系统管理人员。',
};

/** A client that may not know of the stream is told the kind of fault alone. */
function logBroken(broken: LogCorrupted, mayLocate: boolean): ProblemDetails {
  const { kind, stream, revision, position } = broken;
  const what = (language: Language) => (mayLocate ? broken : new LogCorrupted(kind, {})).in(language);
  return {
    status: 500,
    type: `urn:lookback:log:${kind}`,
    title: `The log is broken here, and nothing is read or recorded on top of that: ${what('en')}. Tell the operators of the server.`,
    titleZh: `日志在此处已损坏，既不读取，也不在其上登记：${what('zh')}。请告知系统管理人员。`,
    kind,
    ...(mayLocate && { stream, revision, position }),
  };
}

const attachmentsAway = ({ part }: AttachmentsUnavailable): ProblemDetails => ({
  status: 503,
  title: `The ${part} of attachments is away or does not answer. Try again.`,
  titleZh: `附件${part === 'store' ? '存储' : '扫描程序'}暂不可用，请重试。`,
  headers: { 'Retry-After': '5' },
});

const rightMissing = ({ needed, region }: RightMissing, names: FactNames): ProblemDetails => {
  const called = (language: Language) => String(factWords({ region }, language, names)['region']);
  return {
    status: 403,
    title: `The account may not do this${region ? ` in ${called('en')}` : ''}; it takes the right to ${needed.map((right) => rights[right].en).join(', or to ')}.`,
    titleZh: `该账号${region ? `在${called('zh')}` : ''}没有此权限；需要：${needed.map((right) => rights[right].zh).join('或')}。`,
    needed,
    ...(region && { region }),
  };
};

const rebuilt: ProblemDetails = {
  status: 409,
  title: 'The list was made anew in another version: begin with its first page.',
  titleZh: '清单已按新版本重建，请从第一页重新开始。',
};

const moved = ({ actual }: WrongExpectedRevision): ProblemDetails => ({
  status: 412,
  title: `Somebody was first: the history stands at revision ${actual}.`,
  titleZh: `已有他人先行登记：当前版本为 ${actual}。`,
  revision: actual,
});

export const away: ProblemDetails = {
  status: 503,
  title: 'The log is away, or does not answer. Try again under the same key: what was recorded all the same is then found.',
  titleZh: '日志暂不可用或未应答。请用同一幂等键重试：若其实已登记，会照原样答复。',
  headers: { 'Retry-After': '2' },
};

const clockParted: ProblemDetails = {
  status: 503,
  title:
    'The server’s clock cannot be believed; nothing was recorded. Set it right; then an administrator confirms it (POST /clock/confirm).',
  titleZh: '服务器时钟异常，未登记任何内容。请校准时钟，再由管理员确认（POST /clock/confirm）。',
  headers: { 'Retry-After': '60' },
};

const busy: ProblemDetails = {
  status: 503,
  title: 'Too many commands wait to be recorded; nothing was recorded. Try again under the same key.',
  titleZh: '等待登记的命令过多，未登记任何内容。请稍后用同一幂等键重试。',
  headers: { 'Retry-After': '1' },
};

const zhOf: Readonly<Record<number, string>> = {
  400: '请求有误。',
  401: '请先登录。',
  403: '没有权限。',
  404: '没有这个页面或档案。',
  409: '另有名册正在接收，请等它完成。',
  413: '内容过大。',
  415: '不支持的内容类型。',
  429: '请求过于频繁，请稍后再试。',
};

/** A status with the header that it calls for: RFC 9110 wants a challenge with 401. */
const withChallenge = (status: number) => ({ status, ...(status === 401 && { headers: { 'WWW-Authenticate': 'Bearer' } }) });

function fromNest(error: HttpException): ProblemDetails {
  const status = error.getStatus();
  const title = status === 401 ? 'Sign in first.' : error.message;
  return { title, titleZh: zhOf[status] ?? '请求未能完成。', ...withChallenge(status) };
}
