import { ErrorType, type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Sentence } from '@lookback/log/database';
import { EventStoreServer } from './server.js';
import type { Streams } from './streams.js';
import { requireReadable } from './all-stream.js';

/** Lets an administrator set the rights, where one is known; then tries, as the application, what must be refused, and says what it found. */
export async function protect(streams: Streams, ownerUrl: string | undefined): Promise<Sentence> {
  if (ownerUrl !== undefined) await setRights(streams, ownerUrl);
  await requireReadable(streams); // a stranger is refused deletion too
  const isDeletable = await may(streams, (client, stream) => client.deleteStream(stream, { expectedRevision: never }));
  const isRetainable = await may(streams, (client, stream) =>
    client.setStreamMetadata(stream, { maxCount: 1 }, { expectedRevision: never }),
  );
  return said(streams.server.place, isDeletable, isRetainable);
}

/**
 * The application's account reads and writes; nobody but administrators deletes, or sets `$maxAge`, `$maxCount` and `$tb`, which delete by
 * and by. It holds for every stream of the server that has no rights of its own.
 */
async function setRights({ server: { user } }: Streams, ownerUrl: string): Promise<void> {
  const application = user ?? '$all';
  const $userStreamAcl = { $r: application, $w: application, $d: '$admins', $mr: application, $mw: '$admins' };
  const $systemStreamAcl = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };
  const owner = EventStoreServer.join(ownerUrl);
  try {
    await owner.ask(async (client) => {
      await client.appendToStream('$settings', jsonEvent({ type: '$settings', data: { $userStreamAcl, $systemStreamAcl } }));
      await client.setStreamMetadata('$all', { acl: { readRoles: [application] } });
    });
  } finally {
    await owner.leave();
  }
}

/** No stream stands there, so that nothing can come of trying. */
const never = 2n ** 62n;

/** True where the application was not refused the right, only the revision. */
const may = (streams: Streams, trying: (client: EventStoreDBClient, stream: string) => Promise<unknown>): Promise<boolean> =>
  streams.server.ask((client) =>
    trying(client, `${streams.prefix}rights`).then(
      () => true,
      (error: unknown) => {
        const { type } = Object(error) as { type?: unknown };
        if (type === ErrorType.WRONG_EXPECTED_VERSION) return true;
        if (type === ErrorType.ACCESS_DENIED) return false;
        throw error;
      },
    ),
  );

function said(place: string, isDeletable: boolean, isRetainable: boolean): Sentence {
  if (!isDeletable && !isRetainable)
    return {
      en: `EventStoreDB at ${place} refuses the application deletion and retention settings.`,
      zh: `${place} 的 EventStoreDB 拒绝应用删除流和设置保留期限。`,
    };
  const [en, zh] = isDeletable ? ['delete streams', '删除流'] : ['set how long entries are kept', '设置保留期限'];
  return {
    en: `EventStoreDB at ${place} lets the application ${en}: nothing there refuses it. Run it with TLS, give the application an account outside $admins, and set LOOKBACK_EVENTSTORE_OWNER_URL once.`,
    zh: `${place} 的 EventStoreDB 允许应用${zh}，没有任何限制。请启用 TLS，为应用使用不属于 $admins 的账号，并设置一次 LOOKBACK_EVENTSTORE_OWNER_URL。`,
  };
}
