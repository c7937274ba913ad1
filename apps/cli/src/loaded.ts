/** A verb that is loaded when it is asked for: the whole product takes a second to load, a list of verbs should not. */
export const loaded =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => void | Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args);
