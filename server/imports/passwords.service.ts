import { createHmac } from 'node:crypto';
import { lockRows } from '#db/core/lock-rows.ts';
import { findRun } from '#db/imports/imports.queries.ts';
import { moveRun } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Keys } from '#server/core/keys.ts';
import { runEvent } from '#server/imports/imports.audit.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';

/** Without signs that are taken for one another on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const IN_A_GROUP = 4;

/**
 * The first password of an account: 16 signs in groups, 79 bits. It follows from a seed of the run and a key that is
 * not in the database, so nothing is stored that could be read later; without the seed it is gone.
 */
export function firstPassword(keys: Keys, seed: string, username: string): string {
  const bytes = createHmac('sha512', keys.authSecret[0]!.secret).update(`first-password ${seed} ${username}`).digest();
  // 248 = 8 × 31: what lies above would favour some signs.
  const signs = [...bytes].filter((byte) => byte < 248).map((byte) => SIGNS[byte % SIGNS.length]!);
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * IN_A_GROUP, (group + 1) * IN_A_GROUP).join(''),
  );
  return groups.join('-');
}

/** The list of first passwords, once and within the time of the undo; who took it is written down. */
export function fetchPasswords(ctx: ActorContext, id: string): Promise<{ name: string; text: string }> {
  return commit(ctx, async (tx) => {
    await lockRows(tx, 'importRun', [id]); // of two who ask at once, one gets the list
    const run = await findRun(tx, ctx.access, id);
    if (!run) throw notFound('import');
    const { passwordSeed: seed, undoUntil } = run;
    if (run.status !== 'applied' || seed === null || undoUntil === null || undoUntil < new Date().toISOString())
      throw new Refusal('refused', [{ code: 'import.passwords-gone' }]);
    const rows = await tx
      .selectFrom('importRow')
      .select('effect')
      .where('runId', '=', id)
      .where('appliedAt', 'is not', null)
      .orderBy('rowNumber')
      .execute();
    const accounts = rows.flatMap(({ effect }) => {
      const made = JSON.parse(effect!) as { made?: string; username?: string; name?: string };
      return made.username === undefined ? [] : [{ username: made.username, name: made.name ?? '' }];
    });
    await moveRun(tx, id, ['applied'], { passwordSeed: null });
    const lines = accounts.map(({ username, name }) => [name, username, firstPassword(ctx.keys, seed, username)]);
    const text = [['Họ và tên', 'Tên đăng nhập', 'Mật khẩu lần đầu'], ...lines]
      .map((cells) => cells.map(quoted).join(';'))
      .join('\r\n');
    return {
      result: { name: 'Mật khẩu lần đầu.csv', text: `\uFEFF${text}\r\n` },
      audit: [runEvent(run, 'import.passwords-fetched')],
    };
  });
}

/** A cell that begins like a formula stays text. */
const quoted = (cell: string): string => `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
