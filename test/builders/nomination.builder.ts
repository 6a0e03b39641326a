import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { fold } from '#shared/core/fold.ts';
import type { NominationDraft } from '#shared/nominations/nominations.schema.ts';

/** A person's dossier with nothing missing. */
export const COMPLETE_PERSON: NominationDraft = {
  name: 'Lò Thị Mẫu',
  printedName: 'Lò Thị Mẫu',
  printedPlace: 'Giáo viên Trường Mầm non Chiềng Mẫu,\nhuyện Yên Châu, tỉnh Sơn La',
  salutation: 'Bà',
  sex: 'female',
  birthYear: 1988,
  positionHeld: 'Giáo viên',
  workplace: 'Trường Mầm non Chiềng Mẫu',
  personClass: 'frontline-worker',
  areaClass: 'region-3',
  isBorderArea: true,
  isSmallCollective: false,
  headcount: null,
  field: 'Giáo dục',
  achievement: 'Vận động 100% trẻ 5 tuổi của ba bản vùng biên ra lớp, giữ vững phổ cập trong năm 2023.',
  proposalNumber: '178/UBND-NC',
  proposalOn: '2024-01-15',
};

/** The form of the provincial certificate of merit, for any recipient. */
export async function givenAwardForm(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('awardForm')
      .values({
        code: 'BKT',
        kind: 'merit-certificate',
        name: 'Bằng khen của Chủ tịch UBND tỉnh',
        nameEn: null,
        level: 'province',
        appliesTo: '["individual","collective","household"]',
        position: 1,
      })
      .execute();
  });
}

type AwardFacts = { unitId: string; name?: string; birthYear?: number | null } & Partial<
  Omit<NewAward, 'id' | 'recipientId' | 'unitId' | 'printedName' | 'nameFold'>
>;

/** Awards as they stand in the registry, each with a recipient of its own. Gives their ids in the order told. */
export async function givenAwards(db: Db, awards: readonly AwardFacts[]): Promise<string[]> {
  const rows = awards.map((facts) => ({
    ...facts,
    id: uuidv7(),
    recipientId: uuidv7(),
    name: facts.name ?? 'Lò Thị Mẫu',
  }));
  await inTransaction(db, async (tx) => {
    await insertRecipients(
      tx,
      rows.map(({ recipientId, name, unitId, birthYear = null, recipientKind = 'individual', printedPlace }) => ({
        id: recipientId,
        kind: recipientKind,
        name,
        nameFold: fold(name),
        birthYear,
        unitId,
        ...(printedPlace !== undefined && { place: printedPlace }),
      })),
    );
    await insertAwards(
      tx,
      rows.map(({ birthYear: _, name, ...facts }) => ({
        clusterYearId: null,
        awardCode: 'BKT',
        issuingUnitId: facts.unitId,
        year: 2023,
        decisionNumber: '12/QĐ-UBND',
        decidedOn: '2023-12-20',
        recipientKind: 'individual' as const,
        printedName: name,
        nameFold: fold(name),
        way: 'merit' as const,
        status: 'active' as const,
        ...facts,
      })),
    );
  });
  return rows.map(({ id }) => id);
}
