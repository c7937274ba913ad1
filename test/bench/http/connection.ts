import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One kept connection to a server, on which one thing is asked after another: as little of a client as there can be, so that the server is measured. */
export class Connection {
  private heard = '';
  private answer: (status: number) => void = () => undefined;
  private fail: (why: Error) => void = () => undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (text: unknown) => {
      this.hear(text as string);
    });
    socket.on('error', (why) => {
      this.fail(why);
    });
    socket.on('close', () => {
      this.fail(new Error('the server closed the connection'));
    });
  }

  static async to(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new Connection(socket, host);
  }

  /** Posts JSON and gives the status of the answer. */
  post(path: string, token: string, body: string): Promise<number> {
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${this.host}`,
      'Content-Type: application/json',
      `Authorization: Bearer ${token}`,
      `Content-Length: ${String(Buffer.byteLength(body))}`,
    ];
    return new Promise((answered, fail) => {
      [this.answer, this.fail] = [answered, fail];
      this.socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  /** An answer is whole when as many bytes have come as it says it has. */
  private hear(text: string): void {
    this.heard += text;
    const end = this.heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.heard)?.[1]);
    if (this.heard.length < end + 4 + length) return;
    const status = Number(this.heard.slice(9, 12));
    this.heard = '';
    this.answer(status);
  }
}
