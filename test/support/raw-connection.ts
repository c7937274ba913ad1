import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from './until.js';

/** A TCP connection on which a spec says exactly what it wants. */
export class RawConnection {
  heard = '';
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
    socket.on('error', () => undefined); // cut off, which `closed` says
    socket.on('close', () => (this.closed = true));
  }

  static async to(url: string): Promise<RawConnection> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  say(text: string | Buffer): void {
    this.socket.write(text);
  }

  /** Says the head of a request. */
  head(method: string, path: string, headers: Readonly<Record<string, string | number>> = {}): void {
    const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.say(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  /** Waits until it has heard so many status lines, or is closed; gives them. */
  answers(count: number): Promise<string[]> {
    return until(`${count} answers`, () => {
      const statuses = [...this.heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '');
      return statuses.length >= count || this.closed ? statuses : undefined;
    });
  }

  end(): void {
    this.socket.destroy();
  }
}
