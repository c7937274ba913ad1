import { once } from 'node:events';
import { type AddressInfo, createServer, connect, type Server, type Socket } from 'node:net';

/**
 * The wire between a server and its PostgreSQL, which can be cut just when an append is answered: it is committed, and nobody is told. It
 * can also swallow what is said on it, without a word.
 */
export class Wire {
  cuts = 0;
  private armed = false;
  private isDead = false;
  private readonly ends = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (near) => {
      this.join(near);
    });
  }

  static async to(target: number): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cutTheNextAnswer(): void {
    this.armed = true;
  }

  /** Nothing comes through any more, in either direction, and nobody is told; new connections are made and as dead. */
  die(): void {
    this.isDead = true;
    for (const end of this.ends) end.pause();
  }

  /** New connections live again; those of before stay dead. */
  revive(): void {
    this.isDead = false;
  }

  async close(): Promise<void> {
    for (const end of this.ends) end.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    let appending = false;
    for (const end of [near, far]) this.ends.add(end.on('error', () => undefined));
    if (this.isDead) {
      near.pause();
      return;
    }
    near.on('data', (bytes) => {
      // Told by name the first time, then only as a statement that is prepared: both hold the name.
      if (this.armed && bytes.includes('log.append')) [appending, this.armed] = [true, false];
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!appending) return void near.write(bytes);
      this.cuts++;
      for (const end of [near, far]) end.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }
}
