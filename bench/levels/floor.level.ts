import { startChild } from '#bench/child.ts';
import type { Level, LevelOptions } from '#bench/levels/level.ts';
import type { LoadJob } from '#bench/load/load-generator.ts';
import type { Summary } from '#bench/measure.ts';

/** The bare server in one process, the load in another. */
export async function floorLevel({ copy, rows, provinces, execArgv }: LevelOptions): Promise<Level> {
  const server = startChild('levels/floor.child.ts', execArgv);
  const load = startChild('load/load-generator.ts');
  const { port } = await server.ask<{ port: number }>(copy);
  return {
    measure: (operation, loop) =>
      load.ask<Summary>({
        ...loop,
        port,
        wire: 'floor',
        operation,
        subject: { rows, provinces },
        headers: {},
      } satisfies LoadJob),
    async stop() {
      await Promise.all([server.stop(), load.stop()]);
    },
  };
}
