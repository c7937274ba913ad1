import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { expect, it } from '@jest/globals';
import type { EntryId } from '@lookback/kernel';
import { stream } from '../../contract/events.fixture.js';
import { answerIn, requestOf } from './batch-append.js';

const entry = (revision: number, data: string) => ({
  stream: stream('a'),
  revision,
  id: 'an-id' as EntryId,
  type: 'Counted',
  version: 1,
  salt: Buffer.alloc(16, revision),
  mac: `k1.${Buffer.alloc(32, revision).toString('base64url')}`,
  data,
  metadata: '{"note":"王小明 \\"said\\""}',
});

it.each([0, 1, 127, 128, 2 ** 31 - 3])('writes an append after %d entries as the library’s own reader reads it', (expected) => {
  const entries = [entry(1, '王'.repeat(70_000)), entry(2, '{}')];
  const bytes = requestOf({ call: 300, streamId: 'log.household-a', expected, entries, deadline: 1_800_000_000_001 });
  const request = streams.BatchAppendReq.deserializeBinary(bytes);
  const options = request.getOptions();
  expect(request.getCorrelationId()?.getStructured()?.toObject()).toEqual({ mostSignificantBits: '0', leastSignificantBits: '300' });
  expect(Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('log.household-a');
  expect([options?.hasNoStream(), options?.getStreamPosition()]).toEqual([expected === 0, expected === 0 ? '0' : String(expected - 1)]);
  expect([options?.getDeadline()?.getSeconds(), request.getIsFinal()]).toEqual([1_800_000_001, true]);
  const messages = request.getProposedMessagesList();
  expect(messages.map((message) => Buffer.from(message.getData_asU8()).toString())).toEqual(entries.map(({ data }) => data));
  for (const [i, message] of messages.entries()) {
    expect(Object.fromEntries(message.getMetadataMap().toArray())).toEqual({ type: 'Counted', 'content-type': 'application/octet-stream' });
    const { mac, salt, metadata } = JSON.parse(Buffer.from(message.getCustomMetadata_asU8()).toString()) as Record<string, string>;
    expect([mac, salt, metadata]).toEqual([entries[i]?.mac, entries[i]?.salt.toString('base64url'), entries[i]?.metadata]);
    expect(message.getId()?.getString()).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  }
});

const answering = (call: number) => {
  const [answer, id, halves] = [new streams.BatchAppendResp(), new shared.UUID(), new shared.UUID.Structured()];
  halves.setLeastSignificantBits(String(call));
  id.setStructured(halves);
  answer.setCorrelationId(id);
  return answer;
};

it('reads from an answer to which call it is, and where its last entry stands', () => {
  const [answer, success, place] = [answering(70_000), new streams.BatchAppendResp.Success(), new shared.AllStreamPosition()];
  place.setCommitPosition(String(2 ** 52 + 1));
  success.setPosition(place);
  success.setCurrentRevision('129');
  answer.setSuccess(success);
  expect(answerIn(Buffer.from(answer.serializeBinary()))).toEqual({
    correlationId: { structured: { leastSignificantBits: 70_000 } },
    success: { currentRevision: 129, position: { commitPosition: 2 ** 52 + 1 } },
  });
});

it('leaves to the library what the server has against an append', () => {
  const [answer, refusal] = [answering(1), new status.Status()];
  refusal.setMessage('no');
  answer.setError(refusal);
  const { success, error } = answerIn(Buffer.from(answer.serializeBinary()));
  expect([success, status.Status.deserializeBinary(error ?? Buffer.alloc(0)).getMessage()]).toEqual([undefined, 'no']);
});
