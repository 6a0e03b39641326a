import type { Writer } from '#db/database.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { fold } from '#shared/core/fold.ts';
import { suspicionOf } from '#shared/duplicates/pair-score.rules.ts';

type Invented = Pick<NewRecipient, 'kind' | 'name' | 'unitId'> & Partial<NewRecipient>;

const LANG_SON = 'VN63-20';
const SON_LA = 'VN63-14';
const FOUND_AT = '2024-02-29T19:00:00.000Z';

/** Invented people and offices, each written twice as it happens in lists of different years. */
const PAIRS: readonly (readonly [Invented, Invented])[] = [
  [
    {
      kind: 'individual',
      name: 'Hoàng Thị Hoà Mẫu',
      unitId: LANG_SON,
      sex: 'female',
      birthYear: 1975,
      birthOn: '1975-08-15',
      place: 'Xã Minh Họa',
    },
    {
      kind: 'individual',
      name: 'Hoàng Thị Hòa Mẫu',
      unitId: LANG_SON,
      sex: 'female',
      birthYear: 1975,
      birthOn: '1975-08-15',
      positionHeld: 'Chi hội trưởng Phụ nữ',
    },
  ],
  [
    { kind: 'collective', name: 'UBND huyện Minh Họa', unitId: LANG_SON },
    { kind: 'collective', name: 'Ủy ban nhân dân huyện Minh Họa', unitId: LANG_SON, place: 'Thị trấn Minh Họa' },
  ],
  [
    { kind: 'individual', name: 'Vi Văn Minh Họa', unitId: LANG_SON, sex: 'male', birthYear: 1968, place: 'Bản Mẫu' },
    {
      kind: 'individual',
      name: 'Vi Minh Họa',
      unitId: LANG_SON,
      birthYear: 1968,
      birthOn: '1968-03-02',
      positionHeld: 'Trưởng bản',
    },
  ],
  [
    { kind: 'individual', name: 'Lò Văn Mẫu', unitId: SON_LA, sex: 'male', birthYear: 1980, birthOn: '1980-01-20' },
    { kind: 'individual', name: 'Lò Văn Mẫu', unitId: LANG_SON, birthYear: 1980, birthOn: '1980-01-20' },
  ],
];

/** Four pairs in the queue of likely duplicates, as the search would put them there. */
export async function seedDemoDuplicates(tx: Writer, year: DemoYear): Promise<void> {
  for (const [left, right] of PAIRS) {
    const [first, second] = [rowOf(left, year.newId()), rowOf(right, year.newId())];
    const suspicion = suspicionOf(first, second, first.unitId === second.unitId);
    await insertRecipients(tx, [first, second]);
    await insertRows(tx, 'recipientPair', [
      {
        id: year.newId(),
        firstId: first.id,
        secondId: second.id,
        grounds: JSON.stringify(suspicion?.grounds ?? []),
        score: suspicion?.score ?? 0,
        foundAt: FOUND_AT,
        decidedAt: null,
        decidedBy: null,
        reason: null,
      },
    ]);
  }
}

function rowOf(invented: Invented, id: string) {
  const { sex = null, birthYear = null, birthOn = null, unitId = null, place = '' } = invented;
  const known = { sex, birthYear, birthOn, unitId, place, cccdIndex: null, foundedOn: null };
  return { ...invented, ...known, id, nameFold: fold(invented.name), isDemo: 1 } satisfies NewRecipient;
}
