import { hash } from 'node:crypto';

/** Names in a namespace, each as its UUIDv5 (RFC 9562). A list brings tens of thousands: the digest is the platform's own. */
export function uuidsIn(namespace: string): (name: string) => string {
  const prefix = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => {
    const digest = hash('sha1', Buffer.concat([prefix, Buffer.from(name)]), 'hex');
    const variant = '89ab'.charAt(parseInt(digest.charAt(16), 16) & 3);
    return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  };
}
