import type { CertificatePrint } from '#server/certificates/certificate.print.ts';

/** A certificate of the demonstration year, ready to print. */
export function aCertificatePrint(changes: Partial<CertificatePrint> = {}): CertificatePrint {
  return {
    id: 'certificate-1',
    issuerLine: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    awardTitle: 'BẰNG KHEN',
    name: 'Tổ tự quản đường biên, mốc giới và an ninh trật tự xóm Nà Mẫu,',
    details: ['xã Quang Mẫu, huyện Hà Quảng, tỉnh Cao Bằng'],
    citation:
      'Đã có thành tích xuất sắc, tiêu biểu trong thực hiện phong trào thi đua Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc năm 2023',
    decisionNumber: '372/QĐ-UBND',
    decisionOn: '2024-02-27',
    place: 'Lạng Sơn',
    capacityLines: ['CHỦ TỊCH'],
    signatory: 'Hồ Tiến Thiệu',
    goldenBookNumber: 391,
    verifyCode: 'ABCDEFGHJKMNPQRST',
    verifyUrl: `https://thiduakhenthuong.langson.gov.vn/verify/ABCDEFGHJKMNPQRST?s=${'a'.repeat(86)}`,
    ...changes,
  };
}
