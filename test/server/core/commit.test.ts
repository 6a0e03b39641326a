import { expect, test } from 'vitest';
import { leafHash } from '#db/audit/audit.leaf.ts';
import { findSetting } from '#db/settings/settings.queries.ts';
import { putSetting } from '#db/settings/settings.writes.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, systemContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const EVENT: AuditEvent = {
  action: 'setting.changed',
  subjectKind: 'setting',
  subjectId: 'x',
  reason: 'vì sao',
  changes: [{ field: 'value', from: null, to: '1' }],
};

async function given(): Promise<ActorContext> {
  return systemContext(aContext(await testDb(), null), 'test.change');
}

test('a change and its entry stand together: who, when, what, before, after, why', async () => {
  const ctx = await given();

  await commit(ctx, async (tx) => {
    await putSetting(tx, 'x', '1');
    return { result: undefined, audit: [EVENT] };
  });

  expect(await findSetting(ctx.db.reads, 'x')).toBe('1');
  const [entry] = await ctx.db.reads.selectFrom('auditEntry').selectAll().execute();
  expect(entry).toMatchObject({
    actorId: 'system',
    at: '2024-03-01T05:00:00.000Z',
    action: 'setting.changed',
    subjectId: 'x',
    reason: 'vì sao',
  });
  expect(await ctx.db.reads.selectFrom('auditChange').selectAll().execute()).toEqual([
    { entryId: entry!.id, position: 0, field: 'value', oldValue: null, newValue: '1' },
  ]);
  expect(entry!.leafHash).toBe(leafHash(entry!, EVENT.changes ?? []));
});

test('work that fails leaves neither change nor entry', async () => {
  const ctx = await given();

  const failing = commit(ctx, async (tx) => {
    await putSetting(tx, 'x', '1');
    throw new Error('in the middle');
  });

  await expect(failing).rejects.toThrow('in the middle');
  expect(await findSetting(ctx.db.reads, 'x')).toBeUndefined();
  expect(await ctx.db.reads.selectFrom('auditEntry').selectAll().execute()).toEqual([]);
});

test('an altered entry no longer fits its leaf hash', async () => {
  const ctx = await given();
  await commit(ctx, async () => ({ result: undefined, audit: [EVENT] }));
  const entry = await ctx.db.reads.selectFrom('auditEntry').selectAll().executeTakeFirstOrThrow();

  expect(leafHash({ ...entry, reason: 'lý do khác' }, EVENT.changes ?? [])).not.toBe(entry.leafHash);
  expect(leafHash(entry, [{ field: 'value', from: null, to: '2' }])).not.toBe(entry.leafHash);
});

const count = (ctx: ActorContext, input: { idempotencyKey: string; add?: number }) =>
  commitOnce(ctx, input, async (tx) => {
    const before = Number((await findSetting(tx, 'count')) ?? 0);
    await putSetting(tx, 'count', String(before + 1));
    return { result: { count: before + 1 }, audit: [EVENT] };
  });

test('twenty clicks at once with one key have one effect and one answer', async () => {
  const ctx = await given();
  const idempotencyKey = uuidv7();

  const answers = await Promise.all(Array.from({ length: 20 }, () => count(ctx, { idempotencyKey })));

  expect(new Set(answers.map(({ count: value }) => value))).toEqual(new Set([1]));
  expect(await findSetting(ctx.db.reads, 'count')).toBe('1');
  expect(await ctx.db.reads.selectFrom('auditEntry').select('id').execute()).toHaveLength(1);
});

test('the same key with another body is refused; another person may use the same key', async () => {
  const ctx = await given();
  const idempotencyKey = uuidv7();
  await count(ctx, { idempotencyKey });

  await expect(count(ctx, { idempotencyKey, add: 2 })).rejects.toMatchObject({
    kind: 'conflict',
    reasons: [{ code: 'request.key-reused' }],
  });
  const somebody = { ...ctx, actor: { ...ctx.actor, accountId: 'somebody' } };
  expect(await count(somebody, { idempotencyKey })).toEqual({ count: 2 });
});

test('work that fails does not use up the key', async () => {
  const ctx = await given();
  const input = { idempotencyKey: uuidv7() };
  const failing = commitOnce(ctx, input, async () => {
    throw new Error('once');
  });
  await expect(failing).rejects.toThrow('once');

  expect(await count(ctx, input)).toEqual({ count: 1 });
});
