/** The form of everything that a log stores: envelope, data, boxes, MAC, leaf. A reader of one refuses another. */
export const format = 1;

/** The algorithms of hashes and signatures, so that a log of others can follow. */
export const suite = 'sha256-ed25519';
