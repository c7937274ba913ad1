/** One server-sent event: its kind, `message` unless it says another, and its data. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/** Reads server-sent events out of text that comes in parts, wherever those are cut (WHATWG HTML, 9.2.6). */
export class EventParser {
  private rest = '';
  private type = '';
  private data: string[] = [];

  /** The events that this part completes. */
  take(part: string): ServerEvent[] {
    const lines = (this.rest + part).split(/\r\n|\n|\r(?!$)/); // a CR at the end may be half a line's end
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => (line === '' ? this.ended() : this.field(line)));
  }

  private ended(): ServerEvent[] {
    const { type, data } = this;
    this.type = '';
    this.data = [];
    return data.length === 0 ? [] : [{ type: type || 'message', data: data.join('\n') }];
  }

  private field(line: string): [] {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'event') this.type = value;
    if (name === 'data') this.data.push(value);
    return [];
  }
}
