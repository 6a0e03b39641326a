import { startChild } from '#bench/child.ts';
import type { Level, LevelOptions } from '#bench/levels/level.ts';
import { signInCookie, startServer } from '#bench/levels/server.ts';
import type { LoadJob } from '#bench/load/load-generator.ts';
import type { Summary } from '#bench/measure.ts';

/** The real server as an office starts it, asked by somebody signed in. */
export async function httpLevel({ copy, rows, provinces, execArgv }: LevelOptions): Promise<Level> {
  const server = await startServer(copy, execArgv);
  const load = startChild('load/load-generator.ts');
  const cookie = await signInCookie(server.port);
  return {
    measure: (operation, loop) =>
      load.ask<Summary>({
        ...loop,
        port: server.port,
        wire: 'trpc',
        operation,
        subject: { rows, provinces },
        headers: { cookie, 'x-luytre': '1', 'accept-encoding': 'gzip, deflate, br' },
      } satisfies LoadJob),
    async stop() {
      await Promise.all([server.stop(), load.stop()]);
    },
  };
}
