import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { callControl, NoServerError, serveControl } from '#db/core/control.ts';
import { engine, testDirectory } from '#test/core/test-db.ts';

const run = test.runIf(engine === 'sqlite'); // no database here: once is enough

run('a command reaches the running server and its answer comes back', async () => {
  const directory = testDirectory();
  const server = await serveControl(directory, { double: async (body) => (body as number) * 2 });
  expect(await callControl(directory, 'double', 21)).toBe(42);
  expect(fs.statSync(path.join(directory, 'control.sock')).mode & 0o777).toBe(0o600);
  await server.close();
  await expect(callControl(directory, 'double', 21)).rejects.toThrow(NoServerError);
});

run('a failing or unknown command gives the message', async () => {
  const directory = testDirectory();
  const server = await serveControl(directory, {
    fail: async () => {
      throw new Error('Hết chỗ trên đĩa');
    },
  });
  await expect(callControl(directory, 'fail')).rejects.toThrow('Hết chỗ trên đĩa');
  await expect(callControl(directory, 'toString')).rejects.toThrow('Unknown command: toString');
  await server.close();
});

run('the socket of a killed server is no obstacle, a deep directory neither', async () => {
  const directory = path.join(testDirectory(), 'a-directory-with-a-long-name'.repeat(4));
  fs.mkdirSync(directory, { recursive: true });
  for (const place of [directory, testDirectory()]) {
    const killed = await serveControl(place, { who: async () => 'killed' });
    const next = await serveControl(place, { who: async () => 'next' });
    expect(await callControl(place, 'who')).toBe('next');
    await next.close();
    await killed.close();
  }
});
