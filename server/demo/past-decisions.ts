import { randomBytes } from 'node:crypto';
import type { Writer } from '#db/database.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { AppContext } from '#server/core/context.ts';
import { signText } from '#server/core/keys.ts';
import { certificateFactsText } from '#shared/certificates/certificate-facts.ts';
import { VERIFY_CODE_BYTES, verifyCodeFrom } from '#shared/certificates/verify-code.ts';
import { fold } from '#shared/core/fold.ts';
import { prizeOf } from '#shared/core/money.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

const LANG_SON = 'VN63-20';
const DIEN_BIEN = 'VN63-11';
const AWARD_NAME = 'Bằng khen';

type PastRecipient = {
  kind: RecipientKind;
  name: string;
  place: string;
  unitId: string;
  sex: 'male' | 'female' | null;
  birthYear: number | null;
};
type PastDecision = {
  number: string;
  decidedOn: string;
  issuer: { unitId: string; line: string; header: string; place: string };
  way: 'merit' | 'thematic';
  subject: string;
  sentence: string;
  goldenBookFrom: number;
  cancelled?: { ground: 'b'; reason: string; number: string; on: string };
  recipients: readonly PastRecipient[];
};

const LANG_SON_OFFICE = {
  unitId: LANG_SON,
  line: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
  header: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
  place: 'Lạng Sơn',
};

/**
 * What was decided before the demo begins: one decision in force, one cancelled with its certificate, and the award
 * of another province that makes a nomination look like a duplicate. All invented; every place carries "Mẫu".
 */
const PAST: readonly PastDecision[] = [
  {
    number: '1105',
    decidedOn: '2023-07-18',
    issuer: LANG_SON_OFFICE,
    way: 'thematic',
    subject: 'Về việc tặng Bằng khen tại Hội nghị sơ kết 6 tháng đầu năm 2023',
    sentence: 'Đã có thành tích xuất sắc trong thực hiện phong trào thi đua 6 tháng đầu năm 2023',
    goldenBookFrom: 211,
    recipients: [
      {
        kind: 'collective',
        name: 'Hợp tác xã Hồi Nà Mẫu',
        place: 'xã Bình Mẫu, huyện Bình Gia, tỉnh Lạng Sơn',
        unitId: LANG_SON,
        sex: null,
        birthYear: null,
      },
      {
        kind: 'individual',
        name: 'Nông Thị Lìn',
        place: 'Trưởng thôn Nà Mẫu, xã Khánh Mẫu, huyện Văn Lãng, tỉnh Lạng Sơn',
        unitId: LANG_SON,
        sex: 'female',
        birthYear: 1981,
      },
    ],
  },
  {
    number: '1236',
    decidedOn: '2023-08-14',
    issuer: LANG_SON_OFFICE,
    way: 'thematic',
    subject: 'Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    sentence: 'Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới',
    goldenBookFrom: 213,
    cancelled: {
      ground: 'b',
      reason: 'Kê khai diện tích trồng rừng không đúng thực tế (tình huống minh họa).',
      number: '1702/QĐ-UBND',
      on: '2023-10-27',
    },
    recipients: [
      {
        kind: 'individual',
        name: 'Lành Văn Mẫu',
        place: 'Nông dân thôn Khuổi Mẫu, xã Hữu Mẫu, huyện Chi Lăng, tỉnh Lạng Sơn',
        unitId: LANG_SON,
        sex: 'male',
        birthYear: 1975,
      },
    ],
  },
  {
    number: '2417',
    decidedOn: '2023-12-20',
    issuer: {
      unitId: DIEN_BIEN,
      line: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN',
      header: 'ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN',
      place: 'Điện Biên Phủ',
    },
    way: 'merit',
    subject: 'Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    sentence: 'Đã có thành tích xuất sắc trong công tác năm 2023',
    goldenBookFrom: 905,
    recipients: [
      {
        kind: 'individual',
        name: 'Giàng A Sùa',
        place: 'Giáo viên Trường PTDTBT Trung học cơ sở Leng Mẫu, huyện Mường Nhé, tỉnh Điện Biên',
        unitId: DIEN_BIEN,
        sex: 'male',
        birthYear: 1988,
      },
    ],
  },
];

const COEFFICIENT: Readonly<Record<RecipientKind, number>> = { individual: 100, collective: 200, household: 150 };
/** Base salary and coefficients of the decisions' dates (Nghị định 91/2017/NĐ-CP; 24/2023/NĐ-CP). */
const BASE_SALARY_VND = 1_800_000;

/** Enters the past decisions with awards and signed certificates. */
export async function seedPastDecisions(app: AppContext, tx: Writer): Promise<void> {
  for (const past of PAST) {
    const decisionId = app.newId();
    await insertRows(tx, 'decision', [decisionRow(decisionId, past)]);
    for (const [index, recipient] of past.recipients.entries())
      await insertAwarded(app, tx, decisionId, past, recipient, past.goldenBookFrom + index);
  }
  await insertRows(tx, 'goldenBook', [
    { unitId: LANG_SON, year: 2023, nextNumber: 214 },
    { unitId: DIEN_BIEN, year: 2023, nextNumber: 906 },
  ]);
}

const decisionRow = (id: string, past: PastDecision) => ({
  id,
  clusterYearId: null,
  numberingUnitId: past.issuer.unitId,
  status: past.cancelled ? ('cancelled' as const) : ('issued' as const),
  number: past.number,
  numberNorm: past.number,
  numberYear: Number(past.decidedOn.slice(0, 4)),
  decidedOn: past.decidedOn,
  achievementYear: 2023,
  awardCode: 'BKT',
  way: past.way,
  subject: past.subject,
  issuerLine: past.issuer.line,
  headerOrg: past.issuer.header,
  place: past.issuer.place,
  commonSentence: past.sentence,
  signatoryCapacity: 'CHỦ TỊCH',
  signatoryName: '(người ký minh họa)',
  submittedAt: `${past.decidedOn}T02:00:00.000Z`,
  signedOn: past.decidedOn,
  issuedAt: `${past.decidedOn}T08:00:00.000Z`,
  cancelGround: past.cancelled?.ground ?? null,
  cancelReason: past.cancelled?.reason ?? null,
  cancelNumber: past.cancelled?.number ?? null,
  cancelledOn: past.cancelled?.on ?? null,
  isDemo: 1,
});

async function insertAwarded(
  app: AppContext,
  tx: Writer,
  decisionId: string,
  past: PastDecision,
  recipient: PastRecipient,
  goldenBookNumber: number,
) {
  const recipientId = app.newId();
  const awardId = app.newId();
  const nameFold = fold(recipient.name);
  const decisionNumber = `${past.number}/QĐ-UBND`;
  const coefficientHundredths = COEFFICIENT[recipient.kind];
  const prize = prizeOf(coefficientHundredths, BASE_SALARY_VND);
  await insertRecipients(tx, [
    {
      id: recipientId,
      kind: recipient.kind,
      name: recipient.name,
      nameFold,
      sex: recipient.sex,
      birthYear: recipient.birthYear,
      unitId: recipient.unitId,
      place: recipient.place,
      isDemo: 1,
    },
  ]);
  await insertAwards(tx, [
    {
      id: awardId,
      recipientId,
      decisionId,
      awardCode: 'BKT',
      awardVersionId: 'BKT-2017',
      unitId: recipient.unitId,
      issuingUnitId: past.issuer.unitId,
      year: 2023,
      decisionNumber,
      decidedOn: past.decidedOn,
      recipientKind: recipient.kind,
      printedName: recipient.name,
      printedPlace: recipient.place,
      nameFold,
      sentence: past.sentence,
      way: past.way,
      sex: recipient.sex,
      personClass: recipient.kind === 'individual' ? ('frontline-worker' as const) : null,
      areaClass: 'region-3' as const,
      coefficientHundredths,
      baseSalaryVnd: BASE_SALARY_VND,
      prizeRawVnd: prize.rawVnd,
      prizeVnd: prize.prizeVnd,
      prizeCertainty: 'certain' as const,
      status: past.cancelled ? ('cancelled' as const) : ('active' as const),
      isDemo: 1,
    },
  ]);
  const code = verifyCodeFrom(randomBytes(VERIFY_CODE_BYTES));
  const signature = signText(
    app.keys,
    certificateFactsText({
      code,
      printedName: recipient.name,
      awardName: AWARD_NAME,
      decisionNumber,
      decisionOn: past.decidedOn,
      issuer: past.issuer.line,
      goldenBookNumber,
    }),
  );
  const handedOn = past.decidedOn;
  await insertRows(tx, 'certificate', [
    {
      id: app.newId(),
      awardId,
      decisionId,
      issuingUnitId: past.issuer.unitId,
      goldenBookYear: Number(past.decidedOn.slice(0, 4)),
      goldenBookNumber,
      verifyCode: code,
      keyId: app.keys.signing[0]!.id,
      signature,
      status: 'handed' as const,
      printCount: 1,
      printedAt: `${handedOn}T08:30:00.000Z`,
      signedAt: `${handedOn}T08:40:00.000Z`,
      sealedAt: `${handedOn}T08:50:00.000Z`,
      handedOn,
      cancelledOn: past.cancelled?.on ?? null,
    },
  ]);
}
