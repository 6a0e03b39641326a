import { expect, test } from 'vitest';
import { type CertificateFacts, certificateFactsText } from '#shared/certificates/certificate-facts.ts';

const facts: CertificateFacts = {
  code: 'ABCDEFGHJKMNPQRST',
  printedName: 'Ông Lò Văn Khuông',
  awardName: 'Bằng khen',
  decisionNumber: '372/QĐ-UBND',
  decisionOn: '2024-02-27',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn',
  goldenBookNumber: 393,
};

test('the signed text is frozen: a change here makes every printed QR code fail', () => {
  expect(certificateFactsText(facts)).toBe(
    'LT1["ABCDEFGHJKMNPQRST","Ông Lò Văn Khuông","Bằng khen","372/QĐ-UBND","2024-02-27","Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",393]',
  );
});

test('composed and decomposed letters are the same facts', () => {
  expect(certificateFactsText({ ...facts, printedName: facts.printedName.normalize('NFD') })).toBe(
    certificateFactsText(facts),
  );
});

test('text cannot move from one fact into the next', () => {
  expect(certificateFactsText({ ...facts, printedName: 'A","B', awardName: 'C' })).not.toBe(
    certificateFactsText({ ...facts, printedName: 'A', awardName: 'B","C' }),
  );
});
