/** Where the tables of sessions are: provide pg's `Pool`, in the application's role. */
export const SessionPool = Symbol('SessionPool');
