/** A name, of a person or a unit, as it is compared: full-width signs as half-width ones, one middle dot, no space and nothing that cannot be seen. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF0E.]/gu, '·')
    .toLowerCase();

/** A telephone number as it is compared: its digits, without the country's. */
export const plainPhone = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/\D/gu, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
