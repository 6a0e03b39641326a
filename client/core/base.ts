import { TRAINING_BASE } from '#shared/core/training-base.ts';

/** This window shows the training copy (bản tập huấn), which lives under an address of its own. */
export const isTraining = new RegExp(`^${TRAINING_BASE}(/|$)`).test(window.location.pathname);

/** What stands before every address of this window: nothing in the real system. */
export const BASE = isTraining ? TRAINING_BASE : '';

/** An address of the server, or a whole new page, for what does not go through the router. '/files/1' → '/tap-huan/files/1' */
export const here = (address: string): string => `${BASE}${address}`;

/** The path of a page as the router knows it. */
export const withinBase = (pathname: string): string =>
  pathname.startsWith(`${TRAINING_BASE}/`) ? pathname.slice(TRAINING_BASE.length) : pathname;

/** The name under which this window keeps something in the browser: the copy keeps its own. */
export const keptName = (name: string): string => (isTraining ? `${name}.tap-huan` : name);
