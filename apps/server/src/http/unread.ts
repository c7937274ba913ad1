import { Unusable } from '@lookback/office/desk';

/** What Fastify refuses before any route sees it, by its code. */
const refused: Readonly<Record<string, Unusable>> = {
  FST_ERR_BAD_URL: new Unusable('url', { en: 'is percent-encoded in a way that says nothing', zh: '的百分号编码无效' }),
  FST_ERR_MAX_PARAM_LENGTH: new Unusable('url', { en: 'has a part of more than 100 characters', zh: '有超过 100 个字符的部分' }, 414),
  FST_ERR_CTP_BODY_TOO_LARGE: new Unusable('body', { en: 'is too large', zh: '过大' }, 413),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Unusable('body', {
    en: 'is not as long as Content-Length says',
    zh: '长度与 Content-Length 不符',
  }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Unusable('Content-Type', { en: 'is none that is taken here', zh: '不是此处接受的类型' }, 415),
};
const body = new Unusable('body', { en: 'cannot be read', zh: '无法读取' });

/** Why Fastify did not read a request; undefined where it did. */
export function unreadBy(error: unknown): Unusable | undefined {
  const { code = '', statusCode = 500 } = (error ?? {}) as { code?: string; statusCode?: number };
  return refused[code] ?? (statusCode >= 400 && statusCode < 500 ? body : undefined);
}
