import { expect, test } from 'vitest';
import { createLog } from '#server/core/log.ts';

/** The lines a log writes, parsed. */
function captured(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test('passwords, cookies and values of a clashing row stay out of the log', () => {
  const clash = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (cccd)=(014099001234) exists',
  });

  const lines = captured((log) => {
    log.info({ password: 'bi-mat-1', body: { password: 'bi-mat-2' }, cookie: 'sid=bi-mat-3' }, 'sign-in');
    log.error({ error: clash }, 'unexpected');
  });

  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/bi-mat|014099001234/);
  expect(lines[1]).toMatchObject({ error: { code: '23505', message: 'duplicate key' } });
});
