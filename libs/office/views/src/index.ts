export type { View, ViewId, ViewQuery, Views } from './views.codes.js';
export { DropView, IsViewQuery, SaveView } from './views.commands.js';
export type { ViewEvent } from './views.events.js';
export { noViews, viewsKept } from './views.evolve.js';
export { viewRoutes } from './views.routes.js';
export { viewsSlice } from './views.slice.js';
