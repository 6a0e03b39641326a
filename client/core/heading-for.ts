import { createContext } from 'react';

/**
 * The path that this window is on its way to, or stands at when nothing is under way. The router knows it at once, a
 * page only when it is drawn again.
 */
export const HeadingFor = createContext<(() => string) | null>(null);
