import type { Writer } from '#db/database.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import { fold } from '#shared/core/fold.ts';
import { recipientSearchText } from '#shared/registry/search-text.ts';

const LANG_SON = 'VN63-20';
const RENAMED_ON = '2016-05-01';
const MERGED_ON = '2019-07-01';
const FORMER_NAME = 'Phòng Hành chính Mẫu';

type Invented = Pick<NewRecipient, 'id' | 'kind' | 'name'> & Partial<NewRecipient>;

/**
 * An invented teacher with titles of many years and a gap, and an invented office that was renamed once and took in
 * another one. All before the year of the demo, so that its figures stay as they are.
 */
export async function seedDemoRecipients(tx: Writer, { newId }: DemoYear): Promise<void> {
  const person: Invented = {
    id: newId(),
    kind: 'individual',
    name: 'Nông Thị Mẫu',
    sex: 'female',
    birthYear: 1982,
    birthOn: '1982-03-10',
    positionHeld: 'Hiệu trưởng',
    place: 'Trường tiểu học Minh Họa',
  };
  const office: Invented = { id: newId(), kind: 'collective', name: 'Phòng Tổng hợp Mẫu', foundedOn: '1995' };
  const taken: Invented = { id: newId(), kind: 'collective', name: 'Phòng Nghiệp vụ Mẫu', foundedOn: '2001-03' };
  await insertRecipients(tx, [person, office, taken].map(rowOf));
  await insertRows(tx, 'recipientPost', [
    {
      id: newId(),
      recipientId: person.id,
      unitId: LANG_SON,
      positionHeld: 'Giáo viên',
      place: 'Trường tiểu học Mẫu',
      validFrom: null,
      validTo: '2018-08-15',
      document: 'Quyết định điều động (minh họa)',
    },
  ]);
  await insertRows(tx, 'recipientName', [
    {
      id: newId(),
      recipientId: office.id,
      name: FORMER_NAME,
      nameFold: fold(FORMER_NAME),
      validFrom: null,
      validTo: RENAMED_ON,
      document: 'Quyết định đổi tên (minh họa)',
    },
  ]);
  await tx
    .updateTable('recipient')
    .set({ searchText: recipientSearchText({ name: office.name, formerNames: [FORMER_NAME] }) })
    .where('id', '=', office.id)
    .execute();
  await insertRows(tx, 'recipientLine', [
    {
      id: newId(),
      fromRecipientId: taken.id,
      toRecipientId: office.id,
      kind: 'merged',
      onDate: MERGED_ON,
      document: 'Quyết định sắp xếp tổ chức (minh họa)',
      isDemo: 1,
    },
  ]);
  const award = (recipient: Invented, awardCode: string) => (year: number) =>
    awardRow(newId(), recipient, awardCode, year);
  await insertAwards(tx, [
    ...[2013, 2014, 2015, 2016, 2018, 2019, 2020, 2021, 2022].map(award(person, 'LDTT')),
    ...[2019, 2020, 2021].map(award(person, 'CSTDCS')),
    ...[2021].map(award(person, 'BKT')),
    ...[2014, 2015].map(award({ ...office, name: FORMER_NAME }, 'TTLDTT')),
    ...[2019, 2020, 2021, 2022].map(award(office, 'TTLDXS')),
    ...[2016, 2017].map(award(taken, 'TTLDTT')),
  ]);
}

function rowOf(recipient: Invented): NewRecipient {
  return {
    ...recipient,
    nameFold: fold(recipient.name),
    unitId: LANG_SON,
    isDemo: 1,
  };
}

function awardRow(id: string, recipient: Invented, awardCode: string, year: number): NewAward {
  const isPerson = recipient.kind === 'individual';
  return {
    id,
    recipientId: recipient.id,
    awardCode,
    unitId: LANG_SON,
    issuingUnitId: LANG_SON,
    year,
    decisionNumber: `${year - 1900}/QĐ-UBND`,
    decidedOn: `${year + 1}-01-15`,
    recipientKind: recipient.kind,
    printedName: recipient.name,
    printedPlace: recipient.place ?? '',
    nameFold: fold(recipient.name),
    way: 'merit',
    sex: recipient.sex ?? null,
    personClass: isPerson ? 'frontline-worker' : null,
    isDemo: 1,
  };
}
