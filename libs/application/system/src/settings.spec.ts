import { describe, expect, it } from '@jest/globals';
import { SettingUnusable, settingsFrom } from './settings.js';

const credentials = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };

describe('settings', () => {
  it('keep attachments beside the rest of the data, unless set', () => {
    expect(settingsFrom({ LOOKBACK_DATA: '/data' })).toMatchObject({
      attachments: { folder: '/data/attachments' },
      attachmentBytes: 20 * 1024 * 1024,
      scanner: undefined,
    });
    expect(settingsFrom({ LOOKBACK_ATTACHMENTS: '/photos' }).attachments).toEqual({ folder: '/photos' });
  });

  it('keep them in a bucket where its URL is set, with the credentials that S3 clients have in common', () => {
    const env = { LOOKBACK_DATA: '/data', LOOKBACK_ATTACHMENTS: 'https://s3.example/lookback/photos', ...credentials };
    const bucket = { url: env.LOOKBACK_ATTACHMENTS, keyId: 'key', secret: 'secret', region: 'us-east-1' };
    expect(settingsFrom(env).attachments).toEqual({ folder: '/data/attachments', bucket });
    expect(settingsFrom({ ...env, AWS_REGION: 'cn-north-1' }).attachments.bucket?.region).toBe('cn-north-1');
  });

  it('name a scanner as program and arguments', () => {
    expect(settingsFrom({ LOOKBACK_SCANNER: 'clamdscan  --no-summary -' }).scanner).toEqual(['clamdscan', '--no-summary', '-']);
  });

  it('give a process every role, or those that it is told', () => {
    expect([...settingsFrom({}).roles]).toEqual(['api', 'projector', 'reactor', 'clock']);
    expect([...settingsFrom({ LOOKBACK_ROLES: 'clock, projector' }).roles]).toEqual(['projector', 'clock']);
  });

  it('believe no proxy unless set, and then those that are named', () => {
    expect(settingsFrom({}).trustedProxies).toEqual([]);
    expect(settingsFrom({ LOOKBACK_TRUSTED_PROXY: '10.0.0.1, fd00::/8' }).trustedProxies).toEqual(['10.0.0.1', 'fd00::/8']);
  });

  it('find a log on EventStoreDB by its URL and its name there', () => {
    expect(settingsFrom({}).eventStore).toBeUndefined();
    const env = { LOOKBACK_EVENTSTORE_URL: 'esdb://host:2113' };
    expect(settingsFrom(env).eventStore).toEqual({ url: 'esdb://host:2113', ownerUrl: undefined, log: 'lookback' });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['LOOKBACK_PORT', { LOOKBACK_PORT: '70000' }],
    ['LOOKBACK_ROLES', { LOOKBACK_ROLES: 'api,notary' }],
    ['LOOKBACK_ROLES', { LOOKBACK_ROLES: '' }],
    ['LOOKBACK_EVENTSTORE_LOG', { LOOKBACK_EVENTSTORE_URL: 'esdb://host', LOOKBACK_EVENTSTORE_LOG: '$all' }],
    ['LOOKBACK_ATTACHMENT_MB', { LOOKBACK_ATTACHMENT_MB: '0' }],
    ['LOOKBACK_ATTACHMENT_MB', { LOOKBACK_ATTACHMENT_MB: 'large' }],
    ['LOOKBACK_ATTACHMENT_MB_PER_DAY', { LOOKBACK_ATTACHMENT_MB_PER_DAY: '-1' }],
    ['LOOKBACK_ATTACHMENTS', { LOOKBACK_ATTACHMENTS: 'https://s3.example/', ...credentials }],
    ['LOOKBACK_TRUSTED_PROXY', { LOOKBACK_TRUSTED_PROXY: 'proxy.example' }],
    ['LOOKBACK_TRUSTED_PROXY', { LOOKBACK_TRUSTED_PROXY: '10.0.0.1,' }],
    ['LOOKBACK_TRUSTED_PROXY', { LOOKBACK_TRUSTED_PROXY: '10.0.0.0/33' }],
    ['LOOKBACK_TRUSTED_PROXY', { LOOKBACK_TRUSTED_PROXY: '0.0.0.0/0' }],
    ['AWS_ACCESS_KEY_ID', { LOOKBACK_ATTACHMENTS: 'https://s3.example/lookback' }],
  ])('that cannot be used are named: %s', (variable, env) => {
    expect(() => settingsFrom(env)).toThrow(SettingUnusable);
    expect(() => settingsFrom(env)).toThrow(new RegExp(`^${variable} is `));
  });
});
