/** The list of which a page was asked was made anew meanwhile, in another version: its rows may be others. */
export class RegisterRebuilt extends Error {
  override readonly name = 'RegisterRebuilt';
}
