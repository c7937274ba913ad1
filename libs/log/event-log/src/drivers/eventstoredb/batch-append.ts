import type { WrittenEntry } from '../../port/stored-entry.js';
import { idOf, wrapped } from './raw-entry.js';

/** An append as the server's BatchAppend takes it (streams.proto): one message, whatever it holds. */
export interface Append {
  /** By which the answer is known again; from 1. */
  readonly call: number;
  readonly streamId: string;
  readonly expected: number;
  readonly entries: readonly WrittenEntry[];
  /** Milliseconds since 1970 after which the server need not begin. */
  readonly deadline: number;
}

/** What the server answers: to which call, and either where the entries stand or, in its own words, why they do not. */
export interface AppendAnswer {
  readonly call: number;
  /** Number of the last entry, counted from 0. */
  readonly revision: number;
  readonly place: number;
  readonly isRefused: boolean;
  readonly bytes: Buffer;
}

const roomFor = ({ type, data, metadata }: WrittenEntry) => 400 + 3 * (type.length + data.length) + 6 * metadata.length;

/** BatchAppendReq, written in one go: `bytes` is good for as long as nobody else writes. */
export function requestOf({ call, streamId, expected, entries, deadline }: Append): Buffer {
  const message = new Message(entries.reduce((room, entry) => room + roomFor(entry), 1_000));
  message.part(1, () => { message.part(1, () => { message.number(2, call); }); }); // prettier-ignore
  message.part(2, () => {
    message.part(1, () => { message.text(3, streamId); }); // prettier-ignore
    if (expected === 0) message.text(3, '');
    else message.number(2, expected - 1);
    message.part(6, () => { message.number(1, Math.ceil(deadline / 1_000)); }); // prettier-ignore
  });
  for (const entry of entries)
    message.part(3, () => {
      message.part(1, () => { message.text(2, idOf(entry.mac)); }); // prettier-ignore
      header(message, 'type', entry.type);
      header(message, 'content-type', 'application/octet-stream');
      message.text(3, wrapped(entry));
      message.text(4, entry.data);
    });
  message.number(4, 1);
  return message.written();
}

function header(message: Message, name: string, value: string): void {
  message.part(2, () => {
    message.text(1, name);
    message.text(2, value);
  });
}

/** BatchAppendResp. */
export function answerIn(bytes: Buffer): AppendAnswer {
  const answer = fieldsOf(bytes);
  const success = fieldsOf(part(answer.get(3)));
  return {
    call: number(fieldsOf(part(fieldsOf(part(answer.get(1))).get(1))).get(2)),
    revision: number(success.get(1)),
    place: number(fieldsOf(part(success.get(3))).get(1)),
    isRefused: answer.has(2),
    bytes,
  };
}

let scratch = Buffer.allocUnsafeSlow(64 * 1024);

/** Protocol buffers, for as much of them as an append takes: a field is a number, or a part after its length. */
class Message {
  private at = 0;

  constructor(room: number) {
    if (room > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * room);
  }

  number(field: number, value: number): void {
    scratch[this.at++] = field << 3;
    for (; value >= 0x80; value = Math.floor(value / 0x80)) scratch[this.at++] = (value % 0x80) | 0x80;
    scratch[this.at++] = value;
  }

  text(field: number, value: string): void {
    this.part(field, () => { this.at += scratch.write(value, this.at); }); // prettier-ignore
  }

  /** The length is known only after what it is of: four bytes are kept for it, which every reader takes though fewer might do. */
  part(field: number, write: () => void): void {
    scratch[this.at] = (field << 3) | 2;
    const from = (this.at += 5);
    write();
    const length = this.at - from;
    for (let i = 0; i < 4; i++) scratch[from - 4 + i] = ((length >> (7 * i)) & 0x7f) | (i < 3 ? 0x80 : 0);
  }

  written(): Buffer {
    return Buffer.from(scratch.subarray(0, this.at));
  }
}

type Fields = ReadonlyMap<number, number | Buffer>;

const number = (field: number | Buffer | undefined): number => (typeof field === 'number' ? field : 0);
const part = (field: number | Buffer | undefined): Buffer => (typeof field === 'object' ? field : nothing);
const nothing = Buffer.alloc(0);

function fieldsOf(bytes: Buffer): Fields {
  const fields = new Map<number, number | Buffer>();
  let at = 0;
  const varint = () => {
    let [value, scale] = [0, 1];
    for (let byte = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const value = varint();
    if ((tag & 7) === 2) fields.set(tag >> 3, bytes.subarray(at, (at += value)));
    else if ((tag & 7) === 0) fields.set(tag >> 3, value);
    else throw new RangeError('EventStoreDB answers in a form that is not known');
  }
  return fields;
}
