import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { exemplarFold } from '#shared/exemplars/exemplars.rules.ts';
import type { ExemplarDraft, ExemplarId } from '#shared/exemplars/exemplars.schema.ts';

/** An exemplar with nothing missing, invented. */
export const AN_EXEMPLAR: ExemplarDraft = {
  kind: 'model',
  title: 'Thắp sáng đường quê',
  presenter: 'Bà Lò Thị Mẫu',
  place: 'bản Mẫu, tỉnh Sơn La',
  field: 'Nông thôn mới',
  story: 'Bản lắp 40 bóng đèn.\n\nMỗi hộ góp 50.000 đồng; kinh phí dưới < 5% quỹ của bản.',
  source: 'Báo cáo của bản',
};

/** A stored exemplar of this unit. */
export async function givenExemplar(
  db: Db,
  of: { clusterYearId: string; unitId: string },
  about: Partial<ExemplarDraft> = {},
): Promise<ExemplarId> {
  const draft = { ...AN_EXEMPLAR, ...about };
  const id = uuidv7() as ExemplarId;
  await inTransaction(db, (tx) =>
    tx
      .insertInto('exemplar')
      .values({ ...draft, ...of, id, source: draft.source || null, searchFold: exemplarFold(draft) })
      .execute(),
  );
  return id;
}
