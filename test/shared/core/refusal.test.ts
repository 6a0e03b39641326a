import { expect, test } from 'vitest';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

test('no reason, no refusal', () => {
  expect(() => refuseIf([])).not.toThrow();
});

test('all reasons are told at once', () => {
  const reasons = [{ code: 'report.empty' }, { code: 'report.late', facts: { deadlineOn: '2024-01-15' } }];
  expect(() => refuseIf(reasons)).toThrow(expect.objectContaining({ kind: 'refused', reasons }));
});

test('the message names codes only, for the log', () => {
  const refusal = new Refusal('forbidden', [{ code: 'account.lacks-permission', facts: { name: 'Lò Văn Khuông' } }]);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal.message).toBe('forbidden: account.lacks-permission');
});

test('shorthands', () => {
  expect(notFound('decision')).toMatchObject({ kind: 'not-found', reasons: [{ code: 'decision.not-found' }] });
  expect(conflict([{ code: 'report.changed-meanwhile' }]).kind).toBe('conflict');
});
