import type { Reader } from '#db/database.ts';
import { addDays } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';
import { dayBefore, overlap } from '#shared/units/unit-spans.ts';

const unitsOf = (db: Reader) =>
  db.selectFrom('unit').select(['id', 'name', 'nameFold', 'parentId', 'validFrom', 'validTo']).execute();

const byUnit = <Row extends { unitId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ unitId }) => unitId);

/** What must hold of the catalogue of units at every time; each gives the ids that break it. */
export const invariants = [
  {
    name: 'unit-names-cover-its-life',
    sentence: 'Mỗi đơn vị có đúng một tên vào mỗi ngày tồn tại, và tên sau cùng là tên trong danh mục.',
    async find(db: Reader): Promise<string[]> {
      const names = byUnit(
        await db
          .selectFrom('unitName')
          .select(['unitId', 'name', 'nameFold', 'nameSort', 'validFrom', 'validTo'])
          .execute(),
      );
      return (await unitsOf(db))
        .filter((unit) => {
          const mine = (names.get(unit.id) ?? []).toSorted((a, b) =>
            (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1,
          );
          const last = mine.at(-1);
          if (!last || mine[0]!.validFrom !== unit.validFrom || last.validTo !== unit.validTo) return true;
          if (last.name !== unit.name || unit.nameFold !== fold(unit.name)) return true;
          if (mine.some(({ name, nameFold, nameSort }) => nameFold !== fold(name) || nameSort !== viSortKey(name)))
            return true;
          return mine.some(({ validTo }, index) => {
            const next = mine[index + 1];
            return next !== undefined && (validTo === null || next.validFrom !== addDays(validTo, 1));
          });
        })
        .map(({ id }) => id);
    },
  },
  {
    name: 'unit-life-in-order',
    sentence: 'Đơn vị, tên và mã bắt đầu trước khi kết thúc; mã không dài hơn đời của đơn vị.',
    async find(db: Reader): Promise<string[]> {
      const units = await unitsOf(db);
      const codes = await db.selectFrom('unitCode').select(['unitId', 'validFrom', 'validTo']).execute();
      const unitById = new Map(units.map((unit) => [unit.id, unit]));
      const backwards = (span: { validFrom: string | null; validTo: string | null }) =>
        span.validFrom !== null && span.validTo !== null && span.validFrom > span.validTo;
      return [
        ...units.filter(backwards).map(({ id }) => id),
        ...codes
          .filter((code) => {
            const unit = unitById.get(code.unitId);
            return backwards(code) || !unit || !within(code, unit);
          })
          .map(({ unitId }) => unitId),
      ];
    },
  },
  {
    name: 'unit-lineage-at-end-and-start',
    sentence:
      'Đơn vị cũ kết thúc ngay trước ngày sáp nhập toàn bộ, đơn vị tiếp nhận tồn tại vào ngày đó; không đơn vị nào là tổ tiên của chính mình.',
    async find(db: Reader): Promise<string[]> {
      const unitById = new Map((await unitsOf(db)).map((unit) => [unit.id, unit]));
      const lines = await db.selectFrom('unitLineage').selectAll().execute();
      const given = new Map<string, number>();
      for (const { ancestorId, fromOn, sharePermille } of lines)
        given.set(`${ancestorId} ${fromOn}`, (given.get(`${ancestorId} ${fromOn}`) ?? 0) + sharePermille);
      return lines
        .filter(({ ancestorId, descendantId, fromOn }) => {
          const ancestor = unitById.get(ancestorId);
          const descendant = unitById.get(descendantId);
          if (!ancestor || !descendant || ancestorId === descendantId) return true;
          const isWhole = given.get(`${ancestorId} ${fromOn}`) === 1000;
          const ended = ancestor.validTo === dayBefore(fromOn);
          const goesOn = ancestor.validTo === null || ancestor.validTo >= fromOn;
          const isThere =
            (descendant.validFrom ?? '') <= fromOn && (descendant.validTo === null || descendant.validTo >= fromOn);
          return (isWhole ? !ended : !goesOn) || !isThere;
        })
        .map(({ id }) => id);
    },
  },
  {
    name: 'unit-shares-within-whole',
    sentence: 'Tỷ lệ chia của một đơn vị vào một ngày không vượt quá 100 %.',
    async find(db: Reader): Promise<string[]> {
      const lines = await db.selectFrom('unitLineage').select(['ancestorId', 'fromOn', 'sharePermille']).execute();
      const sums = new Map<string, number>();
      for (const { ancestorId, fromOn, sharePermille } of lines) {
        const key = `${ancestorId} ${fromOn}`;
        sums.set(key, (sums.get(key) ?? 0) + (sharePermille < 1 ? 1001 : sharePermille));
      }
      return [...sums].filter(([, sum]) => sum > 1000).map(([key]) => key);
    },
  },
  {
    name: 'unit-code-once-a-day',
    sentence: 'Một mã không thuộc hai đơn vị trong cùng một ngày.',
    async find(db: Reader): Promise<string[]> {
      const codes = await db
        .selectFrom('unitCode')
        .select(['id', 'unitId', 'scheme', 'code', 'validFrom', 'validTo'])
        .execute();
      return [...Map.groupBy(codes, ({ scheme, code }) => `${scheme} ${code}`).values()].flatMap((same) =>
        same.filter((one) => same.some((other) => other.id !== one.id && overlap(one, other))).map(({ id }) => id),
      );
    },
  },
  {
    name: 'unit-parent-lives-as-long',
    sentence: 'Đơn vị cấp trên tồn tại suốt thời gian đơn vị trực thuộc, và không đơn vị nào trực thuộc chính mình.',
    async find(db: Reader): Promise<string[]> {
      const units = await unitsOf(db);
      const unitById = new Map(units.map((unit) => [unit.id, unit]));
      const former = byUnit(
        await db.selectFrom('unitFormerParent').select(['unitId', 'parentId', 'validFrom', 'validTo']).execute(),
      );
      return units
        .filter((unit) => {
          if (unit.parentId === null) return (former.get(unit.id) ?? []).length > 0;
          const seen = new Set<string>();
          for (let at: string | null = unit.id; at !== null; at = unitById.get(at)?.parentId ?? null) {
            if (seen.has(at)) return true;
            seen.add(at);
          }
          const before = (former.get(unit.id) ?? []).toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1));
          const since = before.at(-1);
          const spans = [
            ...before,
            {
              parentId: unit.parentId,
              validFrom: since ? addDays(since.validTo, 1) : unit.validFrom,
              validTo: unit.validTo,
            },
          ];
          return spans.some((span) => {
            const parent = unitById.get(span.parentId);
            return !parent || !within(span, parent);
          });
        })
        .map(({ id }) => id);
    },
  },
];

type Dates = { validFrom: string | null; validTo: string | null };

const within = (inner: Dates, outer: Dates): boolean =>
  (outer.validFrom === null || (inner.validFrom !== null && inner.validFrom >= outer.validFrom)) &&
  (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo));
