import { expect, test } from 'vitest';
import { APP_PROCEDURES } from '#server/app-router.ts';
import { assertRules } from '#server/core/trpc.ts';
import { ROUTES } from '#server/http.ts';
import { PERMISSIONS } from '#shared/accounts/permissions.ts';

test('the server does not start with a procedure that has no line in the permission table', () => {
  expect(() => assertRules(['reports.byId', 'reports.leak'], [], [])).toThrow(
    'procedures without a rule: reports.leak',
  );
});

test('nor with a line that opens nothing', () => {
  expect(() => assertRules([], [], ['reports.byId'])).toThrow('rules without a procedure: reports.byId');
});

test('the table and the router agree', () => {
  expect(() => assertRules(APP_PROCEDURES, ROUTES, Object.keys(PERMISSIONS))).not.toThrow();
});
