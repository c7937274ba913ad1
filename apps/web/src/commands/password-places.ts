/** Where it stands that a password is none. */
export const passwordPlaces = {
  'access.password-too-short': 'password',
  'access.password-too-long': 'password',
  'access.password-is-login': 'password',
  'access.password-is-common': 'password',
} as const;
